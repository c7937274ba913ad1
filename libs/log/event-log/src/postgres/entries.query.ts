import type { EntryId, StreamName } from '@lookback/kernel';
import type { Pool } from 'pg';
import type { StoredEntry } from '../stored-entry.js';
import { TakingTexts } from './rows.js';

/** A piece of a stream. */
export interface Piece {
  readonly stream: StreamName;
  readonly from: number;
  readonly to: number;
}

/** What there is of a piece, in order of revision, and how many entries the stream had at that moment. */
export interface Found {
  readonly entries: StoredEntry[];
  standsAt: number;
}

export const lastRevision = 2 ** 31 - 1;

/** The time as a number: taking a date's text apart costs more than the rest of a row. */
export const columns =
  'e.position, e.stream, e.revision, e.id, e.type, e.version, extract(epoch FROM e.recorded_at) * 1000, e.salt, e.mac, e.data, e.metadata';

/** The texts of a row's columns. */
type Row = readonly string[];

/** A row by `columns`; bytes come as hexadecimal digits after a mark of two characters. */
export const stored = ([position, stream, revision, id, type, version, at, salt, mac, data, metadata]: Row): StoredEntry => ({
  position: Number(position),
  stream: stream as StreamName,
  revision: Number(revision),
  id: id as EntryId,
  type: type as string,
  version: Number(version),
  recordedAt: new Date(Number(at)),
  salt: Buffer.from((salt as string).slice(2), 'hex'),
  mac: mac as string,
  data: data as string,
  metadata: metadata as string,
});

/** First and last position of a stream spare the partitions that it does not reach. One row at least for each stream that there is. */
const pieceOf = (from: string, to: string) => `
  LEFT JOIN LATERAL (
    SELECT * FROM log.entry e WHERE e.stream = s.stream AND e.revision BETWEEN ${from} AND ${to}
      AND e.position BETWEEN s.first_position AND s.last_position OFFSET 0) e ON true`;

/** The statement that reads a piece of one stream: its name, first and last revision. */
export const ofOne = `SELECT ${columns}, s.revision, 1 FROM log.stream s ${pieceOf('$2', '$3')} WHERE s.stream = $1 ORDER BY e.revision`;

const ofMany = `SELECT ${columns}, s.revision, w.n::int
  FROM unnest($1::text[], $2::int[], $3::int[]) WITH ORDINALITY AS w (stream, first, last, n) JOIN log.stream s ON s.stream = w.stream
  ${pieceOf('w.first', 'w.last')} ORDER BY w.n, e.revision`;

/** Pieces of streams in one round trip, in the order asked. */
export async function piecesOf(pool: Pool, pieces: readonly Piece[]): Promise<Found[]> {
  const [only] = pieces;
  if (!only) return [];
  const found = pieces.map((): Found => ({ entries: [], standsAt: 0 }));
  const query =
    pieces.length === 1
      ? { name: 'log.stream', text: ofOne, values: [only.stream, only.from, only.to] }
      : {
          ...{ name: 'log.streams', text: ofMany },
          values: [pieces.map(({ stream }) => stream), pieces.map(({ from }) => from), pieces.map(({ to }) => to)],
        };
  const take = (row: readonly (string | null)[]) => {
    const piece = found[Number(row[12]) - 1] as Found;
    piece.standsAt = Number(row[11]);
    if (row[0] !== null) piece.entries.push(stored(row as Row));
  };
  await new TakingTexts(query, take).askedOf(pool);
  return found;
}

export async function headOf(pool: Pool): Promise<number> {
  const { rows } = await pool.query<{ position: string }>({ name: 'log.head', text: 'SELECT position FROM log.head' });
  return Number(rows[0]?.position);
}

/** Whether the database's clock stands before the last entry. */
export async function clockIsBehind(pool: Pool): Promise<boolean> {
  const { rows } = await pool.query<{ behind: boolean }>('SELECT recorded_at > clock_timestamp() AS behind FROM log.head');
  return rows[0]?.behind ?? false;
}

export async function positionAt(pool: Pool, instant: Date): Promise<number> {
  const { rows } = await pool.query<{ position: string }>({
    name: 'log.position_at',
    text: 'SELECT log.position_at($1) AS position',
    values: [instant],
  });
  return Number(rows[0]?.position);
}
