import type { AccountId, RegionCode } from '@lookback/kernel';
import { stateProjection } from '@lookback/log/read-model';
import { AccountRow } from './account.entity.js';
import { isSpent } from './account.chapter.js';
import { account, unitsOfRights } from './account.js';
import { wholeOf } from '@lookback/office/desk';

const nation = 'CN' as RegionCode;

/** Accounts with their rights. */
export const accounts = stateProjection({
  name: 'accounts',
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
    const [regions, units] = [account.regionsOf(state), unitsOfRights(state)];
    return { account: [{ ...own, hasPassword, temporaryPassword, rights: held, regions, units, region: wholeOf(regions) ?? nation }] };
  },
});
