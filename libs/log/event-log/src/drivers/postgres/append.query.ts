import type { StreamName } from '@lookback/kernel';
import { DatabaseError, type Pool } from 'pg';
import type { Appended } from '../../port/event-log.js';
import { LogCorrupted } from '../../port/errors.js';
import type { WrittenEntry } from '../../port/stored-entry.js';

/** What the database says of one stream's entries: where they stand, or only where the stream stood, as it had moved. */
export type Verdict = (Appended & { readonly recordedAt: Date }) | { readonly revision: number; readonly position: null };

/** A commit as the database takes it: one entry of a stream at least, following each other. */
export type WrittenCommit = readonly [WrittenEntry, ...WrittenEntry[]];

/** The time as a number: taking a date's text apart for each commit costs more than all the rest of its answer. */
const at = 'extract(epoch FROM a.recorded_at) * 1000 AS at';

/**
 * Enters commits of different streams in one transaction; those whose stream had moved are told apart, and the others entered without
 * them. All that is entered is entered by one call, so that asking again, where an answer was lost, finds all of it.
 */
export async function enter(pool: Pool, commits: readonly WrittenCommit[]): Promise<ReadonlyMap<StreamName, Verdict>> {
  const verdicts = new Map<StreamName, Verdict>();
  for (let left = commits; left.length > 0; left = left.filter(([{ stream }]) => !verdicts.has(stream))) {
    const [only] = left;
    const entering = only?.length === 1 && left.length === 1 ? enterOne(pool, only[0]) : enterAll(pool, left);
    const told = await entering.catch(async (error: unknown) => {
      const moved = isMoved(error) ? await movedOf(pool, left) : [];
      if (moved.length === 0) throw inTheWay(error) ?? error;
      return moved;
    });
    for (const [stream, verdict] of told) verdicts.set(stream, verdict);
  }
  return verdicts;
}

type Told = [StreamName, Verdict][];

async function enterOne(pool: Pool, { stream, revision, id, type, version, salt, mac, data, metadata }: WrittenEntry): Promise<Told> {
  const { rows } = await pool.query<{ position: string; at: string }>({
    name: 'log.append_one',
    text: `SELECT a.position, ${at} FROM log.append_one($1, $2, $3, $4, $5, $6, $7, $8, $9) a`,
    values: [stream, revision, id, type, version, salt, mac, data, metadata],
  });
  return rows.map((row) => [stream, { revision, position: Number(row.position), recordedAt: new Date(Number(row.at)) }]);
}

/** Neither JSON nor a checked name holds it; texts joined by it cost the database least to take apart. */
const unitSeparator = '\u001f';

async function enterAll(pool: Pool, commits: readonly WrittenCommit[]): Promise<Told> {
  const entries = commits.flat();
  const texts = (of: (entry: WrittenEntry) => string) => entries.map(of).join(unitSeparator);
  let reached = 0;
  const lasts = commits.map(({ length }) => (reached += length));
  const { rows } = await pool.query<{ after: string; at: string }>({
    name: 'log.append',
    text: `SELECT a.after, ${at} FROM log.append($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) a`,
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
  const [after, recordedAt] = [Number(rows[0]?.after), Number(rows[0]?.at)];
  return commits.map((commit, i) => {
    const { stream, revision } = commit.at(-1) as WrittenEntry;
    return [stream, { revision, position: after + (lasts[i] as number), recordedAt: new Date(recordedAt) }];
  });
}

/** Whether the database refused a call because a stream in it did not stand where its commit says. */
const isMoved = (error: unknown): boolean => error instanceof DatabaseError && error.code === '23505' && error.constraint === 'stream_pkey';

/** Somebody added an entry past the log, where the next is due. */
function inTheWay(error: unknown): LogCorrupted | undefined {
  if (!(error instanceof DatabaseError && error.code === '23505' && /^entry_\d+_/.test(error.constraint ?? ''))) return undefined;
  const [, values = ''] = /\)=\(([^)]*)\)/.exec(error.detail ?? '') ?? [];
  const [first = '', revision] = values.split(', ');
  const at = revision === undefined ? { position: Number(first) } : { stream: first as StreamName, revision: Number(revision) };
  return new LogCorrupted('misplaced', at, { cause: error });
}

/** Those whose stream stands elsewhere. */
async function movedOf(pool: Pool, commits: readonly WrittenCommit[]): Promise<Told> {
  const { rows } = await pool.query<{ stream: string; revision: number }>({
    name: 'log.stands',
    text: 'SELECT stream, revision FROM log.stream WHERE stream = ANY($1)',
    values: [commits.map(([{ stream }]) => stream)],
  });
  const stands = new Map(rows.map(({ stream, revision }) => [stream, revision]));
  return commits.flatMap(([{ stream, revision }]): Told => {
    const stood = stands.get(stream) ?? 0;
    return stood === revision - 1 ? [] : [[stream, { revision: stood, position: null }]];
  });
}
