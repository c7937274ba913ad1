import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Condition } from './projector.js';
import { ToyBench } from '../toy/toy-database.fixture.js';
import { longLog } from '../toy/toy.fixture.js';

let bench: ToyBench;
beforeAll(async () => {
  bench = await ToyBench.open();
});
afterEach(() => bench.clear());
afterAll(() => bench.db.drop());

const long = 20_000;

it('has rows and checkpoint agree after a kill in the midst of batches', async () => {
  bench.log = longLog(long);
  await killedProjector(bench.db.urls.databaseUrl);
  const [checkpoint] = await bench.query('SELECT min(position)::int AS position FROM read.checkpoint');
  expect(checkpoint?.['position']).toBeGreaterThan(0);
  expect(checkpoint?.['position']).toBeLessThan(long);
  expect((await bench.projector().rebuild(undefined, { compare: true })).differing).toEqual([]);
  const projector = bench.projector();
  await projector.start();
  await bench.caughtUp(projector);
  expect((await projector.rebuild(undefined, { compare: true })).differing).toEqual([]);
});

/** Another process begins to project a long log and is killed when it has told of some progress. */
async function killedProjector(databaseUrl: string): Promise<void> {
  const [loader, child] = ['../../../../testing/loader/register.mjs', '../toy/killed.fixture.ts'].map(
    (path) => new URL(path, import.meta.url).pathname,
  );
  const args = ['--import', loader ?? '', child ?? '', databaseUrl, String(long)];
  const process = spawn('node', args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const exited = once(process, 'exit');
  await Promise.race([once(createInterface(process.stdout), 'line'), exited]);
  process.kill('SIGKILL');
  await exited;
}

it('stands by while another writes, knows how far that has come, and takes over when it ends', async () => {
  let tookOver: () => void;
  const hasTurn = new Promise<void>((done) => (tookOver = done));
  const onCondition = (condition: Condition) => {
    if (condition === 'following') tookOver();
  };
  const [first, second] = [bench.projector(), bench.projector({ onCondition })];
  await first.start();
  await second.start();
  bench.log.say(1, { type: 'Opened', data: { village: 'v', people: 1 } });
  await bench.caughtUp(second);
  expect([first.condition, second.condition]).toEqual(['following', 'standing by']);
  await first.stop();
  await hasTurn;
  bench.log.say(2, { type: 'Opened', data: { village: 'v', people: 1 } });
  await bench.caughtUp(second);
  expect(await bench.query('SELECT stream FROM read.toy_family ORDER BY 1')).toEqual([{ stream: 'family-1' }, { stream: 'family-2' }]);
});

it('comes back by itself when PostgreSQL was lost, and has missed and repeated nothing', async () => {
  const told: (string | undefined)[][] = [];
  const projector = bench.projector({ onCondition: (...condition) => told.push(condition) });
  await projector.start();
  const owner = await bench.db.ownerPool.connect();
  await owner.query('BEGIN; LOCK TABLE read.checkpoint');
  bench.log.say(1, { type: 'Opened', data: { village: 'v', people: 1 } });
  const waiting = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()`;
  while ((await bench.db.ownerPool.query(waiting)).rowCount === 0);
  await owner.query('COMMIT');
  owner.release();
  await bench.caughtUp(projector);
  expect(told).toEqual([['preparing'], ['following'], ['away', 'PostgreSQL 57P01'], ['preparing'], ['following']].map(([c, e]) => [c, e]));
  expect(await bench.query('SELECT stream FROM read.toy_family')).toEqual([{ stream: 'family-1' }]);
});
