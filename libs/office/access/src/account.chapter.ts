import {
  asOf,
  type CalendarDate,
  type Chapter,
  everything,
  type PersonId,
  type Recorded,
  type RegionCode,
  type Sealed,
} from '@lookback/kernel';
import { inapplicable } from './access.rules.js';
import { noViews, type ViewEvent, type Views, viewsKept } from '@lookback/office/views';
import type { AccountEvent, Login } from './account.events.js';
import { granted, type HeldRights, holdsAny, mixed, namedIn, revoked } from './account.rights.js';

interface Password {
  readonly hash: Sealed<string>;
  readonly temporary: boolean;
}

/** An account as its stream says it is. */
export interface Account {
  readonly status: 'absent' | 'open' | 'closed';
  readonly login: Login | null;
  readonly person: PersonId | null;
  /** To which it was opened. */
  readonly home: readonly RegionCode[];
  readonly password: Password | null;
  /** How many passwords it has had: a session that was opened with an older one is not renewed. */
  readonly passwords: number;
  readonly rights: HeldRights;
  /** Up to which revision of its stream its owner was told of what others changed. */
  readonly seenUpTo: number;
  /** The lists as its holder wants to see them again. */
  readonly views: Views;
}

/**
 * How an account's history folds. Whatever stands in the stream and in whatever order it took effect, no account that comes
 * out of it both looks on and decides, and none has a right once it is closed.
 */
export const accountChapter: Chapter<Account, AccountEvent | ViewEvent> = {
  initial: {
    status: 'absent',
    login: null,
    person: null,
    home: [],
    password: null,
    passwords: 0,
    rights: new Map(),
    seenUpTo: 0,
    views: noViews,
  },
  onEveryDay: ['AccountOpened'],
  evolve: {
    AccountOpened: (account, { login, person, home }) =>
      account.status === 'absent' ? { ...account, status: 'open', login, person, home } : inapplicable('access.login-taken', { login }),
    PasswordSet: (account, password) => notOpen(account) ?? { ...account, password, passwords: account.passwords + 1 },
    RightGranted: (account, { right, ...scope }) => {
      const both = mixed(account.rights, right);
      if (both) return inapplicable('access.onlookers-decide-nothing', both);
      return notOpen(account) ?? { ...account, rights: granted(account.rights, right, scope) };
    },
    RightRevoked: (account, { right, ...scope }) => {
      const absent = holdsAny(account.rights, right, scope)
        ? undefined
        : inapplicable('access.right-absent', { right, where: namedIn(scope) });
      return notOpen(account) ?? absent ?? { ...account, rights: revoked(account.rights, right, scope) };
    },
    ChangesSeen: (account, { upTo }) => notOpen(account) ?? { ...account, seenUpTo: Math.max(account.seenUpTo, upTo) },
    RegisterExported: (account) => notOpen(account) ?? account,
    AccountClosed: (account) => notOpen(account) ?? { ...account, status: 'closed', password: null, rights: new Map() },
    ...viewsKept<Account>(),
  },
};

const notOpen = ({ status }: Account) => (status === 'open' ? undefined : inapplicable(`access.account-${status}`));

/** An account as its whole stream says it is on a day. */
export function accountOn(history: readonly Recorded[], day: CalendarDate): Account {
  return withoutSpent(asOf(accountChapter, history, { ...everything, effective: day }).state, history);
}

/** An account as its history folds, without a temporary password that died. */
export const withoutSpent = (state: Account, history: readonly Recorded[]): Account =>
  state.password?.temporary && isSpent(history) ? { ...state, password: null, passwords: state.passwords + 1 } : state;

/**
 * Whether somebody granted a right after somebody else had set the temporary password: it died then, so that nobody who set a
 * password acts by it with rights that another granted. In the order of recording, whatever day the grant names.
 */
export function isSpent(history: readonly Recorded[]): boolean {
  const set = history.filter(({ type }) => type === 'PasswordSet').sort((a, b) => b.revision - a.revision)[0];
  if (!set) return false;
  return history.some((entry) => entry.type === 'RightGranted' && entry.revision > set.revision && handOf(entry) !== handOf(set));
}

const handOf = ({ by: { recordedBy } }: Recorded): string =>
  'account' in recordedBy ? recordedBy.account : 'process' in recordedBy ? recordedBy.process : recordedBy.channel;
