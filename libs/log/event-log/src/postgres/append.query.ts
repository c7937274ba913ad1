import type { StreamName } from '@lookback/kernel';
import type { Pool } from 'pg';
import type { Appended } from '../event-log.js';
import type { WrittenEntry } from '../stored-entry.js';

/** What the database says of one stream's entries: where they stand, or only where the stream stood, as it had moved. */
export type Verdict = (Appended & { readonly recordedAt: Date }) | { readonly revision: number; readonly position: null };

/** A commit as the database takes it: one entry of a stream at least, following each other. */
export type Written = readonly [WrittenEntry, ...WrittenEntry[]];

/** The time as a number: taking a date's text apart for each commit costs more than all the rest of its answer. */
const at = 'extract(epoch FROM a.recorded_at) * 1000 AS at';

/**
 * Enters commits of different streams in one transaction; those whose stream had moved are told apart, and the others entered without
 * them. All that is entered is entered by one call, so that asking again, where an answer was lost, finds all of it.
 */
export async function enter(pool: Pool, commits: readonly Written[]): Promise<ReadonlyMap<StreamName, Verdict>> {
  const verdicts = new Map<StreamName, Verdict>();
  for (let left = commits; left.length > 0; left = left.filter(([{ stream }]) => !verdicts.has(stream))) {
    const [only] = left;
    const told = only?.length === 1 && left.length === 1 ? await enterOne(pool, only[0]) : await enterAll(pool, left);
    for (const [stream, verdict] of told) verdicts.set(stream, verdict);
  }
  return verdicts;
}

type Told = [StreamName, Verdict][];

async function enterOne(pool: Pool, { stream, revision, id, type, version, salt, mac, data, metadata }: WrittenEntry): Promise<Told> {
  const { rows } = await pool.query<{ revision: number; position: string | null; at: string }>({
    name: 'log.append_one',
    text: `SELECT a.revision, a.position, ${at} FROM log.append_one($1, $2, $3, $4, $5, $6, $7, $8, $9) a`,
    values: [stream, revision, id, type, version, salt, mac, data, metadata],
  });
  return rows.map((row) => [stream, row.position === null ? moved(row) : entered(row.revision, Number(row.position), row.at)]);
}

/** Neither JSON nor a checked name holds it; texts joined by it cost the database least to take apart. */
const unitSeparator = '\u001f';

async function enterAll(pool: Pool, commits: readonly Written[]): Promise<Told> {
  const entries = commits.flat();
  const texts = (of: (entry: WrittenEntry) => string) => entries.map(of).join(unitSeparator);
  let reached = 0;
  const lasts = commits.map(({ length }) => (reached += length));
  const { rows } = await pool.query<{ stream: StreamName | null; revision: number; after: string; at: string }>({
    name: 'log.append',
    text: `SELECT a.stream, a.revision, a.after, ${at} FROM log.append($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) a`,
    values: [
      commits.map(([{ stream }]) => stream).join(unitSeparator),
      commits.map(([{ revision }]) => revision - 1),
      commits.map(({ length }) => length),
      lasts,
      texts(({ stream }) => stream),
      entries.map(({ revision }) => revision),
      texts(({ id }) => id),
      texts(({ type }) => type),
      entries.map(({ version }) => version),
      Buffer.concat(entries.map(({ salt }) => salt)),
      texts(({ mac }) => mac),
      texts(({ data }) => data),
      texts(({ metadata }) => metadata),
    ],
  });
  const [all] = rows;
  if (all?.stream !== null) return rows.map((row) => [row.stream as StreamName, moved(row)]);
  const after = Number(all.after);
  return commits.map((commit, i) => [
    commit[0].stream,
    entered((commit.at(-1) as WrittenEntry).revision, after + (lasts[i] as number), all.at),
  ]);
}

const moved = ({ revision }: { revision: number }): Verdict => ({ revision, position: null });

const entered = (revision: number, position: number, at: string): Verdict => ({ revision, position, recordedAt: new Date(Number(at)) });
