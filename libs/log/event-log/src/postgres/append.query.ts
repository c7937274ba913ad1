import type { StreamName } from '@lookback/kernel';
import type { Pool } from 'pg';
import type { Appended } from '../event-log.js';
import type { WrittenEntry } from '../stored-entry.js';

/** What the database says of one stream's entries: where they stand, or only where the stream stood, as it had moved. */
export type Verdict = (Appended & { readonly recordedAt: Date }) | { readonly revision: number; readonly position: null };

interface Row {
  readonly stream: StreamName;
  readonly revision: number;
  readonly position: string | null;
  /** Milliseconds since 1970, as a decimal. */
  readonly at: string;
}

/** The time as a number: taking a date's text apart for each commit costs more than all the rest of its answer. */
const told = 'a.revision, a.position, extract(epoch FROM a.recorded_at) * 1000 AS at';

/** Enters them in one round trip and one transaction; the entries of a stream, which must follow each other, stand or fall together. */
export async function enter(pool: Pool, entries: readonly WrittenEntry[]): Promise<ReadonlyMap<StreamName, Verdict>> {
  const [only] = entries;
  const rows = only && entries.length === 1 ? await enterOne(pool, only) : await enterMany(pool, entries);
  return new Map(rows.map((row) => [row.stream, verdict(row)]));
}

const verdict = ({ revision, position, at }: Row): Verdict =>
  position === null ? { revision, position } : { revision, position: Number(position), recordedAt: new Date(Number(at)) };

async function enterOne(pool: Pool, { stream, revision, id, type, version, salt, mac, data, metadata }: WrittenEntry): Promise<Row[]> {
  const { rows } = await pool.query<Row>({
    name: 'log.append_one',
    text: `SELECT $1 AS stream, ${told} FROM log.append_one($1, $2, $3, $4, $5, $6, $7, $8, $9) a`,
    values: [stream, revision, id, type, version, salt, mac, data, metadata],
  });
  return rows;
}

/** Neither JSON nor a checked name holds it; texts joined by it cost the database least to take apart. */
const unitSeparator = '\u001f';

async function enterMany(pool: Pool, entries: readonly WrittenEntry[]): Promise<Row[]> {
  const texts = (of: (entry: WrittenEntry) => string) => entries.map(of).join(unitSeparator);
  const { rows } = await pool.query<Row>({
    name: 'log.append',
    text: `SELECT a.stream, ${told} FROM log.append($1, $2, $3, $4, $5, $6, $7, $8, $9) a`,
    values: [
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
  return rows;
}
