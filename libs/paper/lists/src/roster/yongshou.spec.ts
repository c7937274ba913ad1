import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import type { RegionCode } from '@lookback/kernel';
import { KnownRegions, shippedRegions } from '@lookback/office/registry';
import { circumstances, commandsIn, recordingDesk } from '../recording-desk.fixture.js';
import { importRoster } from './import-roster.js';

/** The shared folder of the lists as they arrive; it stands beside the repository or nowhere. */
const roster = new URL('../../../../../../shared/data/yongshou-roster.xlsx', import.meta.url);
const words = '因病 因残 因学 因灾 缺土地 缺水 缺技术 缺劳力 缺资金 交通条件落后 自身发展动力不足 其他'.split(' ');
const causes = () => words.map((zh, i) => ({ code: String(i + 1).padStart(2, '0'), zh, en: zh }));

const present = existsSync(roster);
if (!present) console.warn('The shared lists are not here: the Yongshou roster is not tested.');

(present ? describe : describe.skip)('the Yongshou roster', () => {
  it('goes in whole', async () => {
    const regions = new KnownRegions(shippedRegions().flatMap(({ divisions }) => divisions));
    const { desk, asked } = recordingDesk();
    const report = await importRoster(readFileSync(roster), { ...circumstances, causes, regions, desk });
    expect(report).toMatchObject({ rows: 50_854, accepted: 13_634, refused: 0, alreadyThere: 0, differing: 0, entries: 13_634 });
    expect(report).toMatchObject({ households: 13_634, people: 50_854, duplicates: 71 });
    expect(report.duplicatePlaces.every((places) => places.length === 2)).toBe(true);
    const commands = commandsIn(asked);
    expect(new Set(asked.map(({ id }) => id)).size).toBe(13_634);
    expect(new Set(asked.map(({ key }) => key)).size).toBe(13_634);
    expect(new Set(commands.map(({ village }): RegionCode => village)).size).toBe(102);
    expect(commands.flatMap(({ members }) => members).every(({ asWritten }) => asWritten === null)).toBe(true);
  });
});
