import type { StreamName } from '@lookback/kernel';
import { escapeLiteral, type Pool } from 'pg';
import type { StreamStanding } from '../../port/event-log.js';
import type { StoredEntry } from '../../port/stored-entry.js';
import { copyOut, type CopySource } from './copy-out.js';

/** A piece of a stream. */
export interface StreamSlice {
  readonly stream: StreamName;
  readonly from: number;
  readonly to: number;
}

/** What there is of a piece, in order of revision, and how many entries the stream had at that moment. */
export interface FoundSlice {
  readonly entries: StoredEntry[];
  standsAt: number;
}

export const lastRevision = 2 ** 31 - 1;

/** Pieces of streams in one round trip, in the order asked. */
export async function readSlices(source: CopySource, pieces: readonly StreamSlice[]): Promise<FoundSlice[]> {
  if (pieces.length === 0) return [];
  const found = pieces.map((): FoundSlice => ({ entries: [], standsAt: 0 }));
  const names = pieces.map(({ stream }) => escapeLiteral(stream)).join();
  const numbers = (of: (piece: StreamSlice) => number) => `'{${pieces.map(of).join()}}'`;
  const asked = `log.pieces(ARRAY[${names}], ${numbers(({ from }) => from)}, ${numbers(({ to }) => to)})`;
  await copyOut(source, `SELECT * FROM ${asked}`, (row) => {
    const piece = found[row.int() - 1] as FoundSlice;
    piece.standsAt = row.int();
    const entry = row.entry(source);
    if (entry) piece.entries.push(entry);
  });
  return found;
}

export async function headOf(pool: Pool): Promise<number> {
  const { rows } = await pool.query<{ position: string }>({ name: 'log.head', text: 'SELECT position FROM log.head' });
  return Number(rows[0]?.position);
}

/** The triggers by their versions, which are new ones where one was taken off and put on again; null where one is off. */
const guards = `
  SELECT CASE WHEN bool_and(t.tgenabled = 'A') THEN string_agg(t.oid || ' ' || t.xmin, ',' ORDER BY t.oid) END
  FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid WHERE c.relnamespace = 'log'::regnamespace AND NOT t.tgisinternal`;

/** Looked up one by one: a plan that is kept would join where there are few streams yet. */
const standing = `
  SELECT (${guards}) AS guards,
    ARRAY(SELECT coalesce((SELECT s.revision FROM log.stream s WHERE s.stream = a.stream), 0)
      FROM unnest($1::text[]) WITH ORDINALITY AS a (stream, n) ORDER BY a.n) AS revisions`;

export async function standingOf(pool: Pool, streams: readonly StreamName[]): Promise<StreamStanding> {
  const { rows } = await pool.query<{ guards: string | null; revisions: number[] }>({
    name: 'log.standing',
    text: standing,
    values: [streams],
  });
  const [{ guards, revisions } = { guards: null, revisions: [] }] = rows;
  return { guards: guards ?? undefined, revisions };
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
