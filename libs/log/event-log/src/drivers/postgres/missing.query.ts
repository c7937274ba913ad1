import type { StreamName } from '@lookback/kernel';
import type { Pool } from 'pg';
import { LogCorrupted } from '../../port/errors.js';
import type { PositionRun } from './gap-check.js';

/** How many entries of one gap are named at most; of the others it is told that they are missing. */
const mostNamed = 100;

const text = `
  SELECT stream, CASE WHEN last_position BETWEEN $1 AND $2 THEN revision ELSE 1 END AS revision,
    CASE WHEN last_position BETWEEN $1 AND $2 THEN last_position ELSE first_position END::float8 AS position
  FROM log.stream WHERE last_position BETWEEN $1 AND $2 OR first_position BETWEEN $1 AND $2 ORDER BY position LIMIT ${String(mostNamed)}`;

/**
 * What is missing at some positions. The log remembers of which stream that was where it was the stream's first entry or its newest; of
 * another the stream is found to lack it when it is read.
 */
export async function missingAt(pool: Pool, { after, upTo }: PositionRun): Promise<[LogCorrupted, ...LogCorrupted[]]> {
  const { rows } = await pool.query<{ stream: StreamName; revision: number; position: number }>(text, [after + 1, upTo]);
  const [first = new LogCorrupted('missing', { position: after + 1 }), ...others] = rows.map((row) => new LogCorrupted('missing', row));
  return [first, ...others];
}
