// npm run bench [-- --only NAME[,NAME…]] [--json FILE] [--full] [--grown ENTRIES]
import { execFileSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Databases } from './databases.js';
import { interleaved, machine, type RowTold } from './interleaved.js';
import { tableOf } from './report.js';
import type { Ring, Row, Size } from './row.js';
import { appendRows, growthRow } from './rows/appending.js';
import { httpRow } from './rows/http.js';
import { readRows } from './rows/reading.js';
import { Contender } from './tasks.js';

const quick: Size = { seconds: 3, repetitions: 3, streams: 5_000, grown: 200_000 };
const full: Size = { seconds: 5, repetitions: 5, streams: 20_000, grown: 2_000_000 };

const { values: told } = parseArgs({
  options: { only: { type: 'string' }, json: { type: 'string' }, full: { type: 'boolean' }, grown: { type: 'string' } },
});
const size: Size = { ...(told.full ? full : quick), ...(told.grown && { grown: Number(told.grown) }) };
const rows: readonly Row[] = [...appendRows, ...readRows, httpRow, growthRow];
const asked = told.only?.split(',');
const unknown = asked?.filter((name) => rows.every((row) => row.name !== name)) ?? [];
if (unknown.length > 0) throw new Error(`no row is called ${unknown.join(', ')}; there are ${rows.map(({ name }) => name).join(', ')}`);

const say = (line: string) => void process.stderr.write(`${line}\n`);
execFileSync('npm', ['ci', '--silent'], { cwd: fileURLToPath(new URL('contenders/', import.meta.url)), stdio: 'inherit' });

const databases = await Databases.open();
const ring: Ring = {
  ours: new Contender('lookback', new URL('ours/ours.ts', import.meta.url)),
  emmett: new Contender('emmett', new URL('contenders/emmett.mjs', import.meta.url)),
  size,
  databases,
};

const results: RowTold[] = [];
try {
  for (const row of rows.filter(({ name }) => asked?.includes(name) ?? true)) {
    results.push(await interleaved(row, ring, say));
    for (const contender of [ring.ours, ring.emmett]) await contender.ask('close');
    await databases.dropAll();
  }
} finally {
  for (const contender of [ring.ours, ring.emmett]) contender.stop();
  await databases.close();
}
process.stdout.write(tableOf(results));
if (told.json)
  await writeFile(told.json, JSON.stringify({ on: new Date().toISOString().slice(0, 10), machine: machine(), size, results }, null, 1));
