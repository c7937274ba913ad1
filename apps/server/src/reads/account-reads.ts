import { AccountQuery } from '@lookback/office/access';
import { deciders, everyRight, onlookers, regionsWith, rights, type SignedIn } from '@lookback/office/desk';
import { Injectable } from '@nestjs/common';
import type { AccountsAsked, AccountsPage, RightShown } from '../http/accounts.dto.js';
import { KnownNames } from './known-names.js';
import { Reached } from './reached.js';

/** Every right, in words. */
export const rightsShown: RightShown[] = everyRight.map((right) => ({
  right,
  ...rights[right],
  part: deciders.has(right) ? 'decides' : onlookers.has(right) ? 'looks on' : 'keeps house',
}));

const accountsUnlessSaid = 50;

/** Answers who has an account. */
@Injectable()
export class AccountReads {
  constructor(
    private readonly query: AccountQuery,
    private readonly names: KnownNames,
    private readonly reached: Reached,
  ) {}

  async find({ closed, limit = accountsUnlessSaid, ...asked }: AccountsAsked, who: SignedIn): Promise<AccountsPage> {
    const position = await this.reached.position();
    const wanted = { ...asked, ...(closed !== undefined && { closed: closed === 'true' }), limit: limit + 1 };
    const found = await this.query.find(wanted, regionsWith(who, ['administer']));
    const page = found.slice(0, limit);
    const names = await this.names.of({ people: page.map(({ person }) => person) });
    return {
      position,
      accounts: page.map(({ rights: held, ...account }) => ({
        ...account,
        personName: account.person && names.official(account.person),
        rights: held.map(({ right, regions }) => ({ right, regions: [...regions] })),
      })),
      next: found.length > limit ? (page.at(-1)?.login ?? null) : null,
    };
  }
}
