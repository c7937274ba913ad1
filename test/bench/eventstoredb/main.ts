// npm run bench:eventstoredb: the driver beside the bare client, on the server that EVENTSTORE_URL names.
import { type EventData, EventStoreDBClient, NO_STREAM } from '@eventstore/db-client';
import { Catalogue, type Code, event, says, streamName } from '@lookback/kernel';
import { openDatabase } from '@lookback/log/database';
import { type Commit, EventLog1796083200001, EventStoreNumbers1796083200002, openEventStore } from '@lookback/log/event-log';
import { CommitKeys, Keys, Vault, Vault1735689600000 } from '@lookback/log/vault';
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const url = process.env['EVENTSTORE_URL'] ?? '';
const [rounds, appends, inFlight] = [5, 20_000, 64];
const name = `bench-${randomBytes(6).toString('hex')}`;

const visited = event('Visited', 'fact', says<{ amountFen: number; answers: readonly Code<'answer'>[] }>());
const said = (n: number) =>
  visited({ amountFen: n, answers: Array<Code<'answer'>>(12).fill('household-income-guarantee' as Code<'answer'>) });
const by = {
  ...({ effectiveOn: '2020-06-30', mode: 'act', recordedBy: { account: 'a-1' as never }, reads: [], evidence: [], breaches: [] } as const),
  actedBy: { person: 'p-1' as never, post: 'officer' as never, unit: 'u-1' as never, level: 'township' as const },
};
const commit = (side: string, n: number): Commit => ({
  stream: streamName('household', `${side}-${String(n)}`),
  expected: 0,
  key: `key-${String(n)}` as never,
  body: 'body' as never,
  by,
  events: [said(n)],
});

const migrations = [Vault1735689600000, EventLog1796083200001, EventStoreNumbers1796083200002];
const data = await mkdtemp(join(tmpdir(), 'lookback-bench-'));
const database = await openDatabase({ data }, { migrations, entities: [] });
const keys = new Keys(randomBytes(32), CommitKeys.parse(`k1 ${'2'.repeat(64)}`, 'bench', { origin: 'lookback-spec', epoch: 1 }));
const store = await openEventStore({ url, log: name }, database.pool);
const log = store.open(new Catalogue({ visited }), new Vault(database.pool, keys), keys);
const client = EventStoreDBClient.connectionString(url);

/** Bytes of the driver's own making, so that both sides write the same. */
const [written] = await (async () => {
  await log.append(commit('made', 0));
  const events: EventData[] = [];
  for await (const { event: made } of client.readStream(`${name}.household-made-0`))
    if (made) {
      const metadata = new TextEncoder().encode(JSON.stringify(made.metadata));
      events.push({ id: made.id, type: made.type, contentType: 'application/octet-stream', data: made.data, metadata } as EventData);
    }
  return events;
})();
if (!written) throw new Error('nothing was written');

type Side = 'bare client' | 'driver';
const append: Readonly<Record<Side, (run: string, n: number) => Promise<unknown>>> = {
  'bare client': (run, n) =>
    client.appendToStream(`${name}.household-${run}-${String(n)}`, { ...written, id: randomUUID() }, { expectedRevision: NO_STREAM }),
  driver: (run, n) => log.append(commit(run, n)),
};

/** Appends a second, with so many under way. */
async function rate(side: Side, run: string, count: number): Promise<number> {
  let next = 0;
  const lane = async () => {
    while (next < count) await append[side](run, next++);
  };
  const start = performance.now();
  await Promise.all(Array.from({ length: inFlight }, lane));
  return (1_000 * count) / (performance.now() - start);
}

const median = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
const rates: Record<Side, number[]> = { 'bare client': [], driver: [] };
const sides: Side[] = ['bare client', 'driver'];
for (const side of sides) await rate(side, `warm-${side.slice(0, 4)}`, 2_000);
for (let round = 0; round < rounds; round++)
  for (const side of round % 2 ? [...sides].reverse() : sides)
    rates[side].push(await rate(side, `${side.slice(0, 4)}-${String(round)}`, appends));

const told = { 'bare client': median(rates['bare client']), driver: median(rates.driver) };
process.stdout.write(
  `${JSON.stringify({ unit: 'appends/s', inFlight, appends, rounds: rates, median: told, ratio: told.driver / told['bare client'] })}\n`,
);
await Promise.all([client.dispose(), store.close()]);
await database.close();
await rm(data, { recursive: true });
process.exit(0);
