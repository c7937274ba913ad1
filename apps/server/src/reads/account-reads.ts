import { deciders, everyRight, onlookers, rights, type SignedIn } from '@lookback/office/desk';
import { Injectable } from '@nestjs/common';
import type { AccountsAsked, AccountsPage, RightShown } from '../http/accounts.dto.js';
import { stub } from './stub.js';

/** Every right, in words. */
export const rightsShown: RightShown[] = everyRight.map((right) => ({
  right,
  ...rights[right],
  part: deciders.has(right) ? 'decides' : onlookers.has(right) ? 'looks on' : 'keeps house',
}));

@Injectable()
export class AccountReads {
  find(_asked: AccountsAsked, _who: SignedIn): Promise<AccountsPage> {
    return stub();
  }
}
