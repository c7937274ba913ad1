// emmett-postgresql as its documentation says, on a pg.Pool of 20: each task is one row of the table.
import { dumbo, rawSql } from '@event-driven-io/dumbo';
import { getPostgreSQLEventStore, postgreSQLRawSQLProjection, readMessagesBatch } from '@event-driven-io/emmett-postgresql';
import { SignJWT } from 'jose';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import pg from 'pg';
import { foldInto, happening, metadata, padded, types } from '../happenings.js';
import { latencies, timed, underLoad } from '../measured.js';
import { serve, spent } from '../tasks.js';
import { householdTakenOver, office } from './express.mjs';

const opened = new Map();
function on(url) {
  if (!opened.has(url)) {
    const pool = new pg.Pool({ connectionString: url, max: 20 });
    opened.set(url, {
      pool,
      store: getPostgreSQLEventStore(url, { connectionOptions: { pool } }),
      direct: dumbo({ connectionString: url, pool }),
    });
  }
  return opened.get(url);
}

const events = (s, from, many) => Array.from({ length: many }, (_, i) => ({ ...happening(s, from + i), metadata: metadata(s) }));
const append = (url, stream, s, from, many) =>
  on(url).store.appendToStream(stream, events(s, from, many), { expectedStreamVersion: BigInt(from) });

let listening;

serve({
  spent,
  /** An office whose households are on record, and a token with these claims to ask it with. */
  office: async ({ url, households, claims }) => {
    const { store } = on(url);
    const secret = randomBytes(32);
    for (const id of households) await store.appendToStream(id, [householdTakenOver(id)], { expectedStreamVersion: 0n });
    listening = office(store, secret).listen(0, '127.0.0.1');
    await once(listening, 'listening');
    const token = await new SignJWT(claims).setProtectedHeader({ alg: 'HS256' }).sign(secret);
    return { operations: 0, rate: 0, cpu: 0, url: `http://127.0.0.1:${listening.address().port}`, token };
  },
  close: async () => {
    listening?.closeAllConnections();
    listening?.close();
    for (const { pool, store, direct } of opened.values()) {
      await Promise.all([store.close(), direct.close()]); // each may have opened a pool beside the one that it was given
      if (!pool.ended) await pool.end();
    }
    opened.clear();
  },
  migrate: async ({ url }) => {
    await on(url).store.schema.migrate();
  },
  analyze: async ({ url }) => {
    await on(url).pool.query('VACUUM ANALYZE');
  },
  append: ({ url, run, clients, seconds, events: many }) =>
    underLoad({ clients, seconds }, (client, nth) =>
      append(url, `case-${run}-${client}-${Math.floor(nth / 10)}`, client, (nth % 10) * many, many),
    ),
  bulk: ({ url, run, streams, per }) =>
    timed(async () => {
      let next = 0;
      const lane = async () => {
        while (next < streams) {
          const s = next++;
          await append(url, `case-${run}${padded(s, 8)}`, s, 0, per);
        }
      };
      await Promise.all(Array.from({ length: 20 }, lane));
      return streams * per;
    }),
  read: ({ url, run, streams, per, reads }) =>
    latencies(reads, async (i) => {
      const { events: read } = await on(url).store.readStream(`case-${run}${padded((i * 7919) % streams, 8)}`);
      if (read.length !== per) throw new Error(`${read.length} events read of ${per}`);
      return 1;
    }),
  replay: async ({ url, batch, there }) => {
    const cases = new Map();
    let read = 0;
    const told = await timed(async () => {
      for (let after = 0n, left = true; left;) {
        const { messages, currentGlobalPosition, areMessagesLeft } = await readMessagesBatch(on(url).direct.execute, {
          after,
          batchSize: batch,
        });
        for (const {
          data,
          metadata: { streamName },
        } of messages)
          foldInto(cases, streamName, data);
        read += messages.length;
        [after, left] = [currentGlobalPosition, areMessagesLeft];
      }
      return read;
    });
    return { ...told, skipped: there - read };
  },
  project: async ({ url, run, limit }) => {
    const { pool, store } = on(url);
    await pool.query(
      'DROP TABLE IF EXISTS cases; CREATE TABLE cases (id text PRIMARY KEY, happenings int NOT NULL, amount bigint NOT NULL)',
    );
    const projection = postgreSQLRawSQLProjection({
      name: `cases-${run}`,
      canHandle: types,
      evolve: ({ data, metadata: { streamName } }) =>
        rawSql(`INSERT INTO cases VALUES ('${streamName}', 1, ${data.amountFen})
                ON CONFLICT (id) DO UPDATE SET happenings = cases.happenings + 1, amount = cases.amount + excluded.amount`),
    });
    const consumer = store.consumer({ pulling: { batchSize: 1000, pullingFrequencyInMs: 0 }, stopWhen: { noMessagesLeft: true } });
    let seen = 0;
    consumer.projector({ projection, processorId: `cases-${run}`, stopAfter: () => ++seen >= limit });
    return timed(async () => {
      await consumer.start();
      return seen;
    });
  },
  /** Straight into its tables, as if appended one after another. */
  fill: async ({ url, streams, per }) => {
    const { pool } = on(url);
    await pool.query(
      `INSERT INTO emt_messages (stream_position, global_position, transaction_id, stream_id, message_schema_version, message_id, message_type, message_data, message_metadata)
       SELECT n, s * ${per} + n, '3', 'case-fill' || lpad(s::text, 8, '0'), '1', gen_random_uuid(), 'IntakeRecorded', $1, $2
       FROM generate_series(0, ${streams - 1}) s, generate_series(1, ${per}) n`,
      [JSON.stringify(happening(1, 1).data), JSON.stringify(metadata(1))],
    );
    await pool.query(`SELECT setval('emt_global_message_position', ${streams * per})`);
    await pool.query('VACUUM ANALYZE emt_messages');
  },
  poll: async ({ url, times }) => {
    const { pool } = on(url);
    const { rows } = await pool.query('SELECT max(global_position) AS last FROM emt_messages');
    return latencies(times, async () => {
      await readMessagesBatch(on(url).direct.execute, { after: BigInt(rows[0].last ?? 0), batchSize: 100 });
      return 1;
    });
  },
});
