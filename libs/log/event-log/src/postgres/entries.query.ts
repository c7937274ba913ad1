import type { EntryId, StreamName } from '@lookback/kernel';
import type { Pool } from 'pg';
import type { StoredEntry } from '../stored-entry.js';

/** A piece of a stream. */
export interface Piece {
  readonly stream: StreamName;
  readonly from: number;
  readonly to: number;
}

/** An entry, and how many its stream had at that moment. */
export interface StreamEntry extends StoredEntry {
  readonly standsAt: number;
}

export const lastRevision = 2 ** 31 - 1;

const columns = 'e.position, e.stream, e.revision, e.id, e.type, e.version, e.recorded_at, e.salt, e.mac, e.data, e.metadata';

type Row = [string, StreamName, number, EntryId, string, number, Date, Buffer, string, string, string, ...rest: number[]];

const stored = ([position, stream, revision, id, type, version, recordedAt, salt, mac, data, metadata]: Row): StoredEntry => ({
  position: Number(position),
  stream,
  revision,
  id,
  type,
  version,
  recordedAt,
  salt,
  mac,
  data,
  metadata,
});

async function ask(pool: Pool, name: string, text: string, values: unknown[]): Promise<Row[]> {
  const { rows } = await pool.query<Row>({ name, text, values, rowMode: 'array' });
  return rows;
}

/** The next entries after a position, up to another, in order; of some types only where these are given. */
export async function entriesAfter(
  pool: Pool,
  after: number,
  upTo: number,
  limit: number,
  types?: readonly string[],
): Promise<StoredEntry[]> {
  const within = `SELECT ${columns} FROM log.entry e WHERE e.position > $1 AND e.position <= $2`;
  const rows = await (types
    ? ask(pool, 'log.of-types', `${within} AND e.type = ANY($4) ORDER BY e.position LIMIT $3`, [after, upTo, limit, types])
    : ask(pool, 'log.all', `${within} ORDER BY e.position LIMIT $3`, [after, upTo, limit]));
  return rows.map(stored);
}

/** First and last position of a stream spare the partitions that it does not reach. */
const pieceOf = (stream: string, from: string, to: string) => `
  SELECT ${columns}, (SELECT s.revision FROM log.stream s WHERE s.stream = ${stream}) AS stands_at
  FROM log.entry e WHERE e.stream = ${stream} AND e.revision BETWEEN ${from} AND ${to}
    AND e.position >= (SELECT s.first_position FROM log.stream s WHERE s.stream = ${stream})
    AND e.position <= (SELECT s.last_position FROM log.stream s WHERE s.stream = ${stream})
  ORDER BY e.revision`;

/** Pieces of streams in one round trip; in the order asked, each in order of revision. */
export async function entriesOf(pool: Pool, pieces: readonly Piece[]): Promise<StreamEntry[][]> {
  const [only] = pieces;
  if (!only) return [];
  if (pieces.length === 1) return [(await ask(pool, 'log.stream', pieceOf('$1', '$2', '$3'), [only.stream, only.from, only.to])).map(inStream)];
  const text = `SELECT e.*, w.n::int FROM unnest($1::text[], $2::int[], $3::int[]) WITH ORDINALITY AS w (stream, first, last, n)
    CROSS JOIN LATERAL (${pieceOf('w.stream', 'w.first', 'w.last')}) e ORDER BY w.n, e.revision`;
  const values = [pieces.map(({ stream }) => stream), pieces.map(({ from }) => from), pieces.map(({ to }) => to)];
  const found = pieces.map((): StreamEntry[] => []);
  for (const row of await ask(pool, 'log.streams', text, values)) found[(row[12] ?? 0) - 1]?.push(inStream(row));
  return found;
}

const inStream = (row: Row): StreamEntry => ({ ...stored(row), standsAt: row[11] ?? 0 });

export async function headOf(pool: Pool): Promise<number> {
  const { rows } = await pool.query<{ position: string }>({ name: 'log.head', text: 'SELECT position FROM log.head' });
  return Number(rows[0]?.position);
}

export async function positionAt(pool: Pool, instant: Date): Promise<number> {
  const { rows } = await pool.query<{ position: string }>({
    name: 'log.position_at',
    text: 'SELECT log.position_at($1) AS position',
    values: [instant],
  });
  return Number(rows[0]?.position);
}
