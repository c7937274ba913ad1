// What PostgreSQL and `pg` take for the same with nothing of ours: nobody looks at what is read, nobody guards what is written.
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { PoolClient } from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import type { Urls } from '../databases.js';
import { latencies, type Measured, timed, underLoad } from '../measured.js';
import { commitTo, type Streams, streamOf } from './commits.js';
import { logOn } from './log-on.js';

const fields = 'stream, revision, id, type, version, recorded_at, salt, mac, data, metadata';

/** A row like an entry's, into a table like the log's: no head, no stream, no guard. */
export async function insertAlone({ urls, seconds, run }: { urls: Urls; seconds: number; run: string }): Promise<Measured> {
  const { owner, codec } = await logOn(urls);
  await owner.query(`DROP TABLE IF EXISTS public.alone;
    CREATE TABLE public.alone (LIKE log.entry);
    ALTER TABLE public.alone ALTER position ADD GENERATED ALWAYS AS IDENTITY;
    CREATE UNIQUE INDEX ON public.alone (position);
    CREATE UNIQUE INDEX ON public.alone (stream, revision)`);
  const [entry] = (await codec.write([commitTo('case-alone', { s: 1, from: 1, many: 1 })])).flat();
  if (!entry) throw new Error('a commit of one event makes one entry');
  const { type, version, salt, mac, data, metadata } = entry;
  return underLoad({ clients: 1, seconds }, (_, nth) =>
    owner.query({
      name: 'alone',
      text: `INSERT INTO public.alone (${fields}) VALUES ($1, $2, $3, $4, $5, now(), $6, $7, $8, $9)`,
      values: [`case-${run}-${String(nth)}`, 1, randomUUID(), type, version, salt, mac, data, metadata],
    }),
  );
}

/** A stream by a statement that is prepared, its rows as `pg` makes them. */
export async function readAlone({ urls, streams, per, reads }: { urls: Urls; reads: number } & Streams): Promise<Measured> {
  const { database } = await logOn(urls);
  const text = `SELECT position, ${fields} FROM log.entry WHERE stream = $1 ORDER BY revision`;
  return latencies(reads, async (i) => {
    const { rows } = await database.pool.query({ name: 'alone', rowMode: 'array', text, values: [streamOf((i * 7_919) % streams)] });
    if (rows.length !== per) throw new Error(`${String(rows.length)} rows read of ${String(per)}`);
    return 1;
  });
}

/** The bytes of the whole log, as fast as they come. */
export async function replayAlone({ urls }: { urls: Urls }): Promise<Measured> {
  const { owner, log } = await logOn(urls);
  const client = await owner.connect();
  const told = await timed(async () => {
    await bytesOf(client);
    return log.head();
  });
  client.release();
  return told;
}

/** The bytes of one log, at hand, into another: the index by stream neither kept nor made, the log not opened. */
export async function bulkAlone({ from, urls }: { from: Urls; urls: Urls }): Promise<Measured> {
  const [source, target] = [await logOn(from), await logOn(urls)];
  const [reader, writer] = [await source.owner.connect(), await target.owner.connect()];
  const chunks = await bytesOf(reader);
  await writer.query('DROP INDEX log.entry_0_stream');
  const told = await timed(async () => {
    const stream = writer.query(copyFrom('COPY log.entry FROM STDIN (FORMAT binary)'));
    const done = once(stream, 'finish');
    for (const chunk of chunks) if (!stream.write(chunk)) await once(stream, 'drain');
    stream.end();
    await done;
    return stream.rowCount;
  });
  for (const client of [reader, writer]) client.release();
  return told;
}

async function bytesOf(client: PoolClient): Promise<Buffer[]> {
  const chunks: Buffer[] = [];
  const stream = client.query(copyTo('COPY (SELECT * FROM log.entry ORDER BY position) TO STDOUT (FORMAT binary)'));
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return chunks;
}
