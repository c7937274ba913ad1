import type { Urls } from '../databases.js';
import type { Ring, Row, Side } from '../row.js';

/** A log and the peer's store that hold the same: streams of so many happenings, the peer's written by its own appends. */
async function filled(ring: Ring, per: number, streams: number): Promise<{ log: Urls; url: string }> {
  const [log, database] = [await ring.databases.freshLog(), await ring.databases.fresh()];
  const url = database.ownerUrl;
  await ring.emmett.ask('migrate', { url });
  await ring.emmett.ask('bulk', { url, run: 'r', streams, per });
  await ring.emmett.ask('analyze', { url });
  await ring.ours.ask('fill', { urls: log, streams, per });
  return { log, url };
}

const bulk: Row = {
  name: 'bulk-load',
  what: "owner's bulk load into an empty log",
  goal: { times: { lookback: 10 } },
  sides: async (ring) => {
    const database = await ring.databases.fresh();
    const url = database.ownerUrl;
    await ring.emmett.ask('migrate', { url });
    const { streams } = ring.size;
    const filled = await ring.databases.freshLog();
    await ring.ours.ask('fill', { urls: filled, streams, per: 10 });
    return [
      { name: 'emmett', once: (n) => ring.emmett.ask('bulk', { url, run: `b${String(n)}`, streams, per: 10 }) },
      {
        name: 'lookback',
        once: async () => ring.ours.ask('bulk', { urls: await ring.databases.freshLog(), streams: 5 * streams, per: 10 }),
      },
      {
        name: 'PostgreSQL alone',
        once: async () => ring.ours.ask('bulkAlone', { from: filled, urls: await ring.databases.freshLog() }),
      },
    ];
  },
};

const readStream: Row = {
  name: 'read-stream',
  what: 'one stream of 30 entries',
  goal: { times: { lookback: 3 } },
  sides: async (ring) => {
    const [per, streams] = [30, Math.ceil(ring.size.streams / 3)];
    const { log, url } = await filled(ring, per, streams);
    const args = { per, streams, reads: 1_000 };
    return [
      { name: 'emmett', once: () => ring.emmett.ask('read', { ...args, url, run: 'r' }) },
      { name: 'lookback', once: () => ring.ours.ask('read', { ...args, urls: log }) },
      { name: 'lookback, 32 together', once: () => ring.ours.ask('readTogether', { ...args, urls: log }) },
      { name: 'PostgreSQL alone', once: () => ring.ours.ask('readAlone', { ...args, urls: log }) },
    ];
  },
};

const replay: Row = {
  name: 'replay',
  what: 'whole log into a fold, batches of 5,000',
  goal: { times: { lookback: 10, 'lookback, every payload re-hashed': 6 } },
  sides: async (ring) => {
    const { log, url } = await filled(ring, 10, ring.size.streams);
    const there = ring.size.streams * 10;
    const ours = (name: string, task: string): Side => ({ name, once: () => ring.ours.ask(task, { urls: log, batch: 5_000 }) });
    return [
      { name: 'emmett', once: () => ring.emmett.ask('replay', { url, batch: 5_000, there }) },
      ours('lookback', 'replay'),
      ours('lookback, every payload re-hashed', 'rehash'),
      ours('PostgreSQL alone', 'replayAlone'),
    ];
  },
};

const projection: Row = {
  name: 'projection',
  what: 'read model catching up: a row an entry; a row a stream of 200 interleaved entries',
  goal: { times: { 'lookback, journal': 30, 'lookback, states': 10 } },
  sides: async (ring) => {
    const { log, url } = await filled(ring, 10, ring.size.streams);
    const long = await ring.databases.freshLog();
    await ring.ours.ask('fill', { urls: long, streams: Math.ceil(ring.size.streams / 20), per: 200 });
    return [
      { name: 'emmett', once: (n) => ring.emmett.ask('project', { url, run: String(n), limit: 4_000 }) },
      { name: 'lookback, journal', once: () => ring.ours.ask('journal', { urls: log }) },
      { name: 'lookback, states', once: () => ring.ours.ask('state', { urls: long }) },
    ];
  },
};

const tail: Row = {
  name: 'tail-poll',
  what: 'empty poll at the end of a grown log',
  goal: { times: { 'lookback, grown': 100 } },
  sides: async (ring) => {
    const per = 20;
    const streams = ring.size.grown / per;
    const [empty, log, database] = [await ring.databases.freshLog(), await ring.databases.freshLog(), await ring.databases.fresh()];
    const url = database.ownerUrl;
    await ring.emmett.ask('migrate', { url });
    await ring.emmett.ask('fill', { url, streams, per });
    await ring.ours.ask('fill', { urls: log, streams, per });
    return [
      { name: 'emmett, grown', once: () => ring.emmett.ask('poll', { url, times: 5 }) },
      { name: 'lookback, grown', once: () => ring.ours.ask('poll', { urls: log, times: 500 }) },
      { name: 'lookback, empty', once: () => ring.ours.ask('poll', { urls: empty, times: 500 }) },
    ];
  },
};

export const readRows: readonly Row[] = [bulk, readStream, replay, projection, tail];
