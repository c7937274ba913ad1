import { asOf, type CalendarDate, type Chapter, everything, type PersonId, type Recorded, type Sealed } from '@lookback/kernel';
import { unfit } from './access.rules.js';
import type { AccountEvent, Login } from './account.events.js';
import { granted, type HeldRights, missingIn, mixed, revoked } from './account.rights.js';

interface Password {
  readonly hash: Sealed<string>;
  readonly temporary: boolean;
}

/** An account as its stream says it is. */
export interface Account {
  readonly status: 'absent' | 'open' | 'closed';
  readonly login: Login | null;
  readonly person: PersonId | null;
  readonly password: Password | null;
  /** How many passwords it has had: a session that was opened with an older one is not renewed. */
  readonly passwords: number;
  readonly rights: HeldRights;
}

/**
 * How an account's history folds. Whatever stands in the stream and in whatever order it took effect, no account that comes
 * out of it both looks on and decides, and none has a right once it is closed.
 */
export const accountChapter: Chapter<Account, AccountEvent> = {
  initial: { status: 'absent', login: null, person: null, password: null, passwords: 0, rights: new Map() },
  onEveryDay: ['AccountOpened'],
  evolve: {
    AccountOpened: (account, { login, person }) =>
      account.status === 'absent' ? { ...account, status: 'open', login, person } : unfit('access.login-taken', { login }),
    PasswordSet: (account, password) => notOpen(account) ?? { ...account, password, passwords: account.passwords + 1 },
    RightGranted: (account, { right, regions }) => {
      const both = mixed(account.rights, right);
      if (both) return unfit('access.onlookers-decide-nothing', both);
      return notOpen(account) ?? { ...account, rights: granted(account.rights, right, regions) };
    },
    RightRevoked: (account, { right, regions }) => {
      const held = missingIn(account.rights, right, regions).length < regions.length;
      const absent = held ? undefined : unfit('access.right-absent', { right, regions });
      return notOpen(account) ?? absent ?? { ...account, rights: revoked(account.rights, right, regions) };
    },
    AccountClosed: (account) => notOpen(account) ?? { ...account, status: 'closed', password: null, rights: new Map() },
  },
};

const notOpen = ({ status }: Account) => (status === 'open' ? undefined : unfit(`access.account-${status}`));

/** An account as its whole stream says it is on a day. */
export const accountOn = (history: readonly Recorded[], day: CalendarDate): Account =>
  asOf(accountChapter, history, { ...everything, effective: day }).state;
