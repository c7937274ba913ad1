import { NameIndex, nameIndex } from '@lookback/case/household';
import { todays } from '@lookback/log/read-model';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { attack, type Known } from './bench/names/attack.js';
import { markingOfIndex } from './bench/names/marking.js';
import { FolderOfRoster } from './support/folder-of-roster.js';
import { Secrets } from './support/leaks.js';
import { seeded } from './support/random-lives.js';

/** A whole county's list, too large to be kept here. */
const file = fileURLToPath(new URL('../../shared/data/yongshou-roster.xlsx', import.meta.url));
const isThere = existsSync(file);
if (!isThere) process.stderr.write(`names.long.ts looks for nobody: there is no ${file}\n`);
const tell = (line: string) => process.stderr.write(`${line}\n`);

(isThere ? describe : describe.skip)('the people of a whole county', () => {
  let folder: FolderOfRoster;
  let secrets: Secrets;
  beforeAll(async () => {
    secrets = await Secrets.read(await readFile(file));
    folder = await FolderOfRoster.made();
    await folder.takeOver(await readFile(file));
  }, 1_800_000);
  afterAll(() => folder.drop());

  it('are found by name within 50 ms', async () => {
    const [random, all] = [seeded(11), [...secrets.names]];
    const texts = Array.from({ length: 300 }, (_, n) => {
      const name = all[Math.floor(random() * all.length)] as string;
      return n % 2 === 0 ? name : name.slice(0, 2);
    });
    const times = await folder.asked(async ({ search }) => {
      for (const text of texts.slice(0, 50)) await search(text);
      const taken: number[] = [];
      for (const text of texts) {
        const began = performance.now();
        expect((await search(text)).total).toBeGreaterThan(0);
        taken.push(performance.now() - began);
      }
      return taken.sort((a, b) => a - b);
    });
    const at = (share: number) => times[Math.floor(share * times.length)] as number;
    tell(`search by name: p50 ${at(0.5).toFixed(1)} ms, p95 ${at(0.95).toFixed(1)} ms, p99 ${at(0.99).toFixed(1)} ms`);
    expect(at(0.95)).toBeLessThan(50);
  }, 300_000);

  it('are hardly guessed by an insider who has the tables, the frequencies of names and the notices', async () => {
    const county = await folder.opened(async ({ database: { readModels }, log, keys }) => {
      const rows: (Omit<Known, 'name'> & { box: string })[] = await readModels.query(
        `SELECT village AS place, subject::text AS household, is_head AS "isHead", beginning AS mark, member_name AS box FROM ${todays(nameIndex)} m`,
      );
      const names: (string | null)[] = [];
      const index = new NameIndex(readModels, log, keys.names);
      for (let i = 0; i < rows.length; i += 2_000) names.push(...(await index.names(rows.slice(i, i + 2_000).map(({ box }) => box))));
      return rows.map(({ box: _, ...row }, i): Known => ({ ...row, name: names[i] ?? '' }));
    });
    expect(county).toHaveLength(50_854);
    for (const noticed of [0.05, 0.2]) {
      const right = attack(county, { noticed, kin: 0, marking: markingOfIndex, random: seeded(5) });
      tell(
        `with the notices of ${String(100 * noticed)} % of households: ${(100 * right.name).toFixed(2)} % of others’ names guessed right`,
      );
      expect(right.name).toBeLessThan(0.02);
    }
  }, 300_000);

  it('stand in no file of the data folder, and in no row', async () => {
    const { traces, bytes, rows } = await folder.traces(secrets);
    tell(`${String(Math.round(bytes / 1e6))} MB of files and ${String(rows)} rows were looked through`);
    expect(traces).toEqual([]);
    expect([bytes > 100_000_000, rows > 100_000]).toEqual([true, true]);
  }, 1_800_000);
});
