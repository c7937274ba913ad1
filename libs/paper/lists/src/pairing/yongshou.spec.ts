import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { listedHouseholdId } from '@lookback/case/household';
import type { HouseholdNumber } from '@lookback/case/identification';
import type { RegionCode } from '@lookback/kernel';
import { readSheet } from '@lookback/paper/workbook';
import { pairingTaken, ranks } from './pairings.fixture.js';

/** The shared folder of the lists as they arrive; it stands beside the repository or nowhere. */
const list = new URL('../../../../../../shared/data/yongshou-pairing.xlsx', import.meta.url);
const county = '610426' as RegionCode;
const present = existsSync(list);
if (!present) console.warn('The shared lists are not here: the Yongshou pairing list is not tested.');

/** The heads of the households as the list itself has them. */
async function headsIn(bytes: Uint8Array): Promise<Map<string, string>> {
  const { rows } = await readSheet(bytes, { columns: [{ name: '户编号' }, { name: '户主姓名' }] });
  const heads = new Map<string, string>();
  for await (const row of rows) heads.set(listedHouseholdId(county, row.text('户编号') as HouseholdNumber), row.text('户主姓名'));
  return heads;
}

(present ? describe : describe.skip)('the Yongshou pairing list', () => {
  it('gives every household its helper, and leaves one helper under the quota', async () => {
    const bytes = readFileSync(list);
    const { report, pairings, requestsFor } = await pairingTaken(bytes, { heads: await headsIn(bytes) });
    expect(report).toMatchObject({ rows: 13_634, accepted: 13_634, refused: 0, alreadyThere: 0, differing: 0, households: 13_634 });
    expect(report).toMatchObject({ helpers: 5_029, peopleRegistered: 5_029, unitsRegistered: 19, entries: 13_634 + 5_029 + 19 });
    expect(report).toMatchObject({ affiliationsDiffering: 4_229, namesSeveral: 269, headsDiffering: 0 });
    expect(new Set(requestsFor('household').map(({ id }) => id)).size).toBe(13_634);
    const helped = new Map<string, { households: number; quota: number }>();
    for (const { person, rank } of pairings.flatMap(({ helpers }) => helpers)) {
      const { households = 0, quota = 0 } = helped.get(person) ?? {};
      const asked = ranks.quotas.find((one) => one.rank === rank)?.households ?? 0;
      helped.set(person, { households: households + 1, quota: Math.max(quota, asked) });
    }
    expect([...helped.values()].filter(({ households, quota }) => households < quota)).toEqual([{ households: 2, quota: 3 }]);
  });
});
