import type { AccountId } from '@lookback/kernel';
import { stateProjection } from '@lookback/log/read-model';
import { AccountRow } from './account.entity.js';
import { isSpent } from './account.chapter.js';
import { account } from './account.js';

/** Accounts with their rights, and whether somebody can sign in to them. */
export const accounts = stateProjection({
  name: 'account sign-in',
  kind: account.name,
  chapter: account,
  tables: { account: AccountRow },
  rows: ({ stream, state, entries }) => {
    const { login, person, status, password, rights } = state;
    if (login === null) return { account: [] };
    const openedOn = entries.find(({ type }) => type === 'AccountOpened')?.by.effectiveOn ?? '0001-01-01';
    const own = { account: stream.slice(account.name.length + 1) as AccountId, login, person, openedOn, closed: status === 'closed' };
    const held = [...rights].map(([right, scope]) => ({ right, ...scope }));
    const temporaryPassword = password?.temporary ?? false;
    const hasPassword = password !== null && !(temporaryPassword && isSpent(entries));
    return { account: [{ ...own, hasPassword, temporaryPassword, rights: held }] };
  },
});
