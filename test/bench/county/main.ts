// npm run bench:county [-- --households 13634] [--entries 198] [--json FILE] [--county FOLDER]: a whole county, made, rebuilt, followed and
// asked over HTTP. FOLDER keeps the county, and is asked again the next time.
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { asker } from '../../support/asking.js';
import { signedInAgain, type Staff } from '../../support/staff.js';
import { machine } from '../interleaved.js';
import type { Measured } from '../measured.js';
import { Contender } from '../tasks.js';
import { agreed, bulk } from './acting.js';
import { type Office, onceAsked, took, type Took } from './asking.js';
import { county } from './home.js';
import { staffIn } from './making.js';
import { momentsOf, sizesOf } from './moments.js';
import { Officials } from './officials.js';
import { questionsOf } from './questions.js';
import { sizesTold, tableOf } from './report.js';

const { values: told } = parseArgs({
  options: {
    households: { type: 'string', default: '13634' },
    entries: { type: 'string', default: '198' },
    seed: { type: 'string', default: '20201231' },
    points: { type: 'string', default: '100' },
    county: { type: 'string' },
    json: { type: 'string' },
  },
});
const size = { households: Number(told.households), entries: Number(told.entries), seed: Number(told.seed) };
const folder = told.county === undefined ? await mkdtemp(join(tmpdir(), 'lookback-county-')) : resolve(told.county);
await mkdir(folder, { recursive: true, mode: 0o700 });

const say = (line: string) => process.stdout.write(`${line}\n`);
const steps: Record<string, Measured> = {};

/** Does something in a process of its own, and says what it took. */
async function step(name: string, task: string, args: object = {}): Promise<void> {
  const worker = new Contender(name, new URL('./server.ts', import.meta.url));
  try {
    steps[name] = await worker.ask(task, { folder, ...args });
  } finally {
    worker.stop();
  }
  say(`${name}: ${JSON.stringify(steps[name])}`);
}

/** Asks a server in a process of its own, which has just begun, as has its PostgreSQL. */
async function asked<T>(doing: (office: Office) => Promise<T>): Promise<T> {
  const server = new Contender('server', new URL('./server.ts', import.meta.url));
  try {
    const { url } = (await server.ask('open', { folder })) as Measured & { readonly url: string };
    const ask = asker(url);
    const { operator } = JSON.parse(await readFile(staffIn(folder), 'utf8')) as Staff;
    const done = await doing({ ask, token: (await signedInAgain(ask, operator)).token });
    steps['served'] = await server.ask('close');
    return done;
  } finally {
    server.stop();
  }
}

/** Says what came of something; what fails is told, and does not end half an hour's run. */
async function tell(what: string, doing: () => Promise<unknown>): Promise<void> {
  say(`${what}: ${await doing().then((done) => JSON.stringify(done), String)}`);
}

const results: Took[] = [];
try {
  if (!existsSync(staffIn(folder))) await step('made', 'made', { size });
  await step('replayed', 'replayed');
  await step('rebuilt', 'rebuilt', { compare: false });
  await step('followed', 'followed', { entries: Math.min(size.households, 2_000) });
  await step('settled', 'settled');
  const [moments, sizes] = [await momentsOf(folder, Number(told.points)), await sizesOf(folder)];
  const questions = questionsOf(new Officials(county));
  const [point] = moments;
  const first = new Map<string, number>();
  for (const question of questions.filter(({ what }) => what.startsWith('counts')))
    await asked((office) =>
      tell(`${question.what}, just after start`, async () => {
        const ms = point && (await onceAsked(office, question, point));
        if (ms !== undefined) first.set(question.what, ms);
        return ms;
      }),
    );
  await asked(async (office) => {
    for (const question of questions)
      await tell(question.what, async () => {
        const result = await took(office, question, moments, size.households > 20_000, first.get(question.what));
        results.push(result);
        return result;
      });
    const today = new Date().toISOString().slice(0, 10);
    await tell('bulk', () => bulk(office, 1_000, today));
    await tell('list and count agree', () => agreed(office, 30, today));
  });
  await step('compared', 'rebuilt', { compare: true });
  const url = process.env['EVENTSTORE_URL'];
  if (url !== undefined) await step('copied to EventStoreDB', 'copied', { url });
  say(tableOf(results));
  say(sizesTold(sizes));
  const json = { on: new Date().toISOString().slice(0, 10), machine: machine(), ...size, steps, results, sizes };
  if (told.json) await writeFile(told.json, JSON.stringify(json, null, 1));
} finally {
  if (told.county === undefined) await rm(folder, { recursive: true, force: true });
}
