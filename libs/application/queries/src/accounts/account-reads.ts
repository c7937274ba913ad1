import { AccountQuery, accountsRegister, everyRole, roles } from '@lookback/office/access';
import { deciders, everyRight, knowsOf, onlookers, Parts, rightOpens, rights, type Principal } from '@lookback/office/desk';
import { peopleRegister, RegistryQuery } from '@lookback/office/registry';
import { Injectable } from '@nestjs/common';
import type { AccountsAsked, AccountsPage, RightShown, RoleShown } from './accounts.dto.js';
import { NameDirectory } from '../names/name-directory.js';
import { PersonLines } from '../people/person-lines.js';
import { ReadModelPosition } from '../moment/read-model-position.js';

/** Every right, in words. */
export const rightsShown: RightShown[] = everyRight.map((right) => ({
  right,
  ...rights[right],
  opens: rightOpens[right],
  part: deciders.has(right) ? 'decides' : onlookers.has(right) ? 'looks on' : 'keeps house',
}));

/** Every role, in words. */
export const rolesShown: RoleShown[] = everyRole.map((role) => ({ role, ...roles[role], rights: [...roles[role].rights] }));

const accountsUnlessSaid = 50;

/** Answers who has an account. */
@Injectable()
export class AccountReads {
  constructor(
    private readonly query: AccountQuery,
    private readonly registry: RegistryQuery,
    private readonly lines: PersonLines,
    private readonly names: NameDirectory,
    private readonly readModelPosition: ReadModelPosition,
    private readonly parts: Parts,
  ) {}

  async find({ closed, limit = accountsUnlessSaid, ...query }: AccountsAsked, who: Principal): Promise<AccountsPage> {
    const position = await this.readModelPosition.position();
    const wanted = { ...query, ...(closed !== undefined && { closed: closed === 'true' }), limit: limit + 1 };
    const found = await this.query.find(wanted, knowsOf(who, this.parts.withRowsIn(accountsRegister)));
    const page = found.slice(0, limit);
    const people = page.flatMap(({ person }) => person ?? []);
    const units = page.flatMap(({ rights: held }) => held.flatMap((one) => one.units));
    const [names, near] = await Promise.all([
      this.names.load({ people, units }),
      this.registry.people({ among: people, limit: people.length }, knowsOf(who, this.parts.withRowsIn(peopleRegister))),
    ]);
    const lines = new Map((await this.lines.load(near, who)).map((line) => [line.person, line]));
    return {
      position,
      accounts: page.map(({ rights: held, ...account }) => ({
        ...account,
        personName: account.person && names.official(account.person),
        posts: (account.person && lines.get(account.person)?.posts) ?? [],
        phoneEnd: (account.person && lines.get(account.person)?.phoneEnd) ?? null,
        rights: held.map(({ right, regions, units: bodies }) => ({
          right,
          regions: [...regions],
          units: bodies.map((unit) => ({ unit, name: names.unit(unit) })),
        })),
      })),
      next: found.length > limit ? (page.at(-1)?.login ?? null) : null,
    };
  }
}
