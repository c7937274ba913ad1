import type { PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { type Change, type Parked, parkedFor, ParkedStreams } from './change.js';
import type { Suffix, Table } from './table.js';
import { isRowsFault } from './transaction.js';

/** All changes at once: for each table one DELETE where streams had rows, and one COPY. Throws where a row cannot be taken. */
export async function write(client: PoolClient, changes: readonly Change[], suffix: Suffix): Promise<void> {
  for (const [table, { gone, rows }] of byTable(changes)) {
    if (gone.length > 0) await client.query(`DELETE FROM ${table.in(suffix)} WHERE stream = ANY($1)`, [gone]);
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
  readonly gone: string[];
  readonly rows: object[];
}

function byTable(changes: readonly Change[]): Map<Table, Batch> {
  const tables = new Map<Table, Batch>();
  for (const { stream, replaces, rows } of changes) {
    for (const [table, some] of rows) {
      const batch = tables.get(table) ?? { gone: [], rows: [] };
      if (replaces) batch.gone.push(stream);
      for (const row of some) batch.rows.push(row);
      tables.set(table, batch);
    }
  }
  return tables;
}

function copy(client: PoolClient, sql: string, text: string): Promise<void> {
  return new Promise((done, fail) => {
    const stream = client.query(copyFrom(sql));
    stream.on('error', fail).on('finish', done).end(text);
  });
}
