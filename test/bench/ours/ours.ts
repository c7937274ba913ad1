// Lookback's log, in a process of its own: each task is one row of the table.
import 'reflect-metadata';
import { leafOf, loadInto } from '@lookback/log/event-log';
import { type Folded, foldInto, type Happening } from '../happenings.js';
import { latencies, type Measured, timed, underLoad } from '../measured.js';
import { serve, spent } from '../tasks.js';
import { commitTo, stored, type Streams, streamOf } from './commits.js';
import type { Urls } from '../databases.js';
import { bulkAlone, insertAlone, readAlone, replayAlone } from './alone.js';
import { closeAll, logOn } from './log-on.js';
import { closeOffice, openOffice } from './office.js';
import { followed, journal, state } from './projections.js';

interface On {
  readonly urls: Urls;
}
interface Appending extends On {
  readonly run: string;
  readonly clients: number;
  readonly seconds: number;
  readonly events: number;
  readonly boxes?: boolean;
}

async function append({ urls, run, clients, seconds, events: many, boxes = false }: Appending): Promise<Measured> {
  const { log } = await logOn(urls);
  const stream = (client: number, nth: number) => `case-${run}-${String(client)}-${String(Math.floor(nth / 10))}`;
  return underLoad({ clients, seconds }, (client, nth) =>
    log.append(commitTo(stream(client, nth), { s: client, from: (nth % 10) * many, many, boxes })),
  );
}

async function replay({ urls, batch }: On & { batch: number }): Promise<Measured> {
  const { log } = await logOn(urls);
  const cases = new Map<string, Folded>();
  let read = 0;
  const told = await timed(async () => {
    for await (const entries of log.readAll({ after: 0, batch })) {
      for (const { stream, data } of entries) foldInto(cases, stream, data as Happening['data']);
      read += entries.length;
    }
    return read;
  });
  return { ...told, skipped: (await log.head()) - read };
}

/** As the bytes stand in the log: the leaf of every entry is made, and with it every payload hashed. */
async function rehash({ urls, batch }: On & { batch: number }): Promise<Measured> {
  const { log } = await logOn(urls);
  return timed(async () => {
    let read = 0;
    for await (const entries of log.readStored({ after: 0, batch })) {
      for (const entry of entries) leafOf(entry);
      read += entries.length;
    }
    return read;
  });
}

serve({
  close: async () => {
    await closeOffice();
    return closeAll();
  },
  spent,
  office: ({ urls }: On) => openOffice(urls),
  append,
  insertAlone,
  readAlone,
  replayAlone,
  bulkAlone,
  replay,
  rehash,
  bulk: async (args: On & Streams) => {
    const { owner } = await logOn(args.urls);
    return timed(() => loadInto(owner, stored(args)));
  },
  fill: async (args: On & Streams) => {
    const { owner, codec } = await logOn(args.urls);
    await loadInto(owner, stored(args, codec));
    await owner.query('VACUUM ANALYZE log.entry, log.stream');
    return undefined;
  },
  read: async ({ urls, streams, per, reads }: On & Streams & { reads: number }) => {
    const { log } = await logOn(urls);
    return latencies(reads, async (i) => {
      const entries = await log.readStream(streamOf((i * 7_919) % streams));
      if (entries.length !== per) throw new Error(`${String(entries.length)} entries read of ${String(per)}`);
      return 1;
    });
  },
  readTogether: async ({ urls, streams, reads }: On & Streams & { reads: number }) => {
    const { log } = await logOn(urls);
    return latencies(reads, async (i) => {
      const some = Array.from({ length: 32 }, (_, n) => streamOf(((i * 32 + n) * 7_919) % streams));
      return (await log.readStreams(some)).length;
    });
  },
  poll: async ({ urls, times }: On & { times: number }) => {
    const { log } = await logOn(urls);
    const head = await log.head();
    return latencies(times, async () => {
      for await (const entries of log.readAll({ after: head })) if (entries.length > 0) throw new Error('the tail is not empty');
      return 1;
    });
  },
  journal: ({ urls }: On) => followed(urls, journal),
  state: ({ urls }: On) => followed(urls, state),
});
