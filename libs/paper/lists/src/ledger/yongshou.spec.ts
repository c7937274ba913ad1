import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { listedHouseholdId } from '@lookback/case/household';
import type { HouseholdNumber } from '@lookback/case/identification';
import type { RegionCode } from '@lookback/kernel';
import { readSheet } from '@lookback/paper/workbook';
import { ledgerTaken } from './ledgers.fixture.js';

/** The shared folder of the lists as they arrive; it stands beside the repository or nowhere. */
const list = new URL('../../../../../../shared/data/yongshou-ledger.xlsx', import.meta.url);
const present = existsSync(list);
if (!present) console.warn('The shared lists are not here: the Yongshou ledger is not tested.');

/** The heads of the households as the ledger itself has them. */
async function headsIn(bytes: Uint8Array): Promise<Map<string, string>> {
  const { rows } = await readSheet(bytes, { columns: [{ name: '户编号' }, { name: '户主姓名' }] });
  const heads = new Map<string, string>();
  for await (const row of rows)
    heads.set(listedHouseholdId('610426' as RegionCode, row.text('户编号') as HouseholdNumber), row.text('户主姓名'));
  return heads;
}

(present ? describe : describe.skip)('the Yongshou ledger', () => {
  it('goes in whole', async () => {
    const bytes = readFileSync(list);
    const { report, problems, reserved } = await ledgerTaken(bytes, { heads: await headsIn(bytes) });
    expect(report).toMatchObject({ rows: 1_200, accepted: 1_200, refused: 0, alreadyThere: 0, differing: 0, problems: 1_200 });
    expect(report).toMatchObject({
      stated: { cancelled: 969, 'in-progress': 127, 'not-started': 104 },
      officials: 2_398,
      headsDiffering: 0,
    });
    expect(report).toMatchObject({ peopleRegistered: 2_398, unitsRegistered: 24, entries: 1_200 + 2_398 + 24 + reserved.length });
    expect(new Set(reserved.map(({ year }) => year))).toEqual(new Set([2017]));
    expect(reserved.reduce((sum, { count }) => sum + count, 0)).toBe(1_200);
    expect(new Set(problems.map(({ number }) => number)).size).toBe(1_200);
    expect(problems.every(({ asWritten }) => asWritten === null)).toBe(true);
  });
});
