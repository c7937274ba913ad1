import type { PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { type Change, type Parked, parkedFor, ParkedStreams, type RowBeginning } from './change.js';
import type { Suffix, Table } from './table.js';
import { isRowsFault } from './transaction.js';

/** All changes at once: for each table one DELETE where rows give way, and one COPY. Throws where a row cannot be taken. */
export async function write(client: PoolClient, changes: readonly Change[], suffix: Suffix): Promise<void> {
  for (const [table, { streams, beginnings, rows }] of byTable(changes)) {
    if (streams.length > 0) await client.query(`DELETE FROM ${table.in(suffix)} WHERE stream = ANY($1)`, [streams]);
    if (beginnings.length > 0) await client.query(giveWay(table.in(suffix), beginnings));
    if (rows.length > 0) await copy(client, `COPY ${table.in(suffix)} (${table.columnList}) FROM STDIN`, table.text(rows));
  }
}

/** One change after another; those that PostgreSQL cannot take are given back, parked. */
export async function writeEach(client: PoolClient, changes: readonly Change[], suffix: Suffix): Promise<Parked[]> {
  const parked: Parked[] = [];
  const parkedStreams = new ParkedStreams();
  for (const change of changes) {
    if (parkedStreams.has(change.model, change.stream)) continue;
    await client.query('SAVEPOINT change');
    try {
      await write(client, [change], suffix);
    } catch (error) {
      if (!isRowsFault(error)) throw error;
      await client.query('ROLLBACK TO change');
      const refused = parkedFor(change, error);
      parked.push(refused);
      parkedStreams.add(refused);
    }
  }
  return parked;
}

/** All at once where PostgreSQL takes them, else one by one; inside a transaction. Those that it does not take are given back, parked. */
export async function writeSurely(client: PoolClient, changes: readonly Change[], suffix: Suffix): Promise<Parked[]> {
  if (changes.length === 0) return [];
  await client.query('SAVEPOINT batch');
  try {
    await write(client, changes, suffix);
    return [];
  } catch (error) {
    if (!isRowsFault(error)) throw error;
    await client.query('ROLLBACK TO batch');
    return await writeEach(client, changes, suffix);
  } finally {
    await client.query('RELEASE batch').catch(() => undefined);
  }
}

interface Batch {
  /** Whose rows give way. */
  readonly streams: string[];
  readonly beginnings: RowBeginning[];
  readonly rows: object[];
}

function byTable(changes: readonly Change[]): Map<Table, Batch> {
  const tables = new Map<Table, Batch>();
  for (const { stream, writes } of changes) {
    for (const { table, gone, rows } of writes) {
      const batch = tables.get(table) ?? { streams: [], beginnings: [], rows: [] };
      if (gone === 'stream') batch.streams.push(stream);
      else if (gone !== 'nothing') for (const one of gone) batch.beginnings.push(one);
      for (const row of rows) batch.rows.push(row);
      tables.set(table, batch);
    }
  }
  return tables;
}

const giveWay = (table: string, beginnings: readonly RowBeginning[]) => ({
  text: `DELETE FROM ${table} t USING unnest($1::bigint[], $2::text[], $3::date[]) AS g(subject, key, from_day)
          WHERE t.subject = g.subject AND t.key = g.key COLLATE "C" AND t.from_day = g.from_day`,
  values: [beginnings.map(({ subject }) => subject), beginnings.map(({ key }) => key), beginnings.map(({ fromDay }) => fromDay)],
});

function copy(client: PoolClient, sql: string, text: string): Promise<void> {
  return new Promise((done, fail) => {
    const stream = client.query(copyFrom(sql));
    stream.on('error', fail).on('finish', done).end(text);
  });
}
