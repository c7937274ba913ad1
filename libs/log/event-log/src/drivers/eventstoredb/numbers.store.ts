import type { Pool } from 'pg';
import { withRetry } from '../with-retry.js';
import type { RawEntry } from './raw-entry.js';

/** What numbering adds to an entry: the same for every reader, given once. */
export interface Numbered {
  /** How many entries of the log come before, and one: its position to everybody outside the driver. */
  readonly number: number;
  /** When the server wrote it, or the time of the entry before where that is later. */
  readonly recordedAt: Date;
}

export type NumbersByPlace = ReadonlyMap<number, Numbered>;

interface Row {
  readonly place: number;
  readonly number: number;
  readonly recorded_at: Date;
}

/** Numbers of entries, kept in PostgreSQL. A lock on one row, for as long as some are given, lets one give at a time. */
export class NumberStore {
  constructor(private readonly pool: Pool) {}

  /** Which log this database numbers; `log` where it numbered none. */
  async log(log: string): Promise<string> {
    return (await this.ask<{ log: string }>('log.number-log', 'SELECT log.number_log($1) AS log', [log]))[0]?.log ?? log;
  }

  /** The last entry that has a number: its place and number, 0 where none has. */
  async head(): Promise<{ place: number; number: number }> {
    const [row] = await this.ask<Row>('log.numbering', 'SELECT place::float8, number::float8 FROM log.numbering', []);
    return { place: row?.place ?? 0, number: row?.number ?? 0 };
  }

  /** The place of a numbered entry; 0 for none. Undefined where the number is not given. */
  async placeOf(number: number): Promise<number | undefined> {
    if (number === 0) return 0;
    return (await this.ask<Row>('log.place-of', 'SELECT place::float8 FROM log.number WHERE number = $1', [number]))[0]?.place;
  }

  /** The places of those of some numbers that are given, in no order. */
  async placesOf(numbers: readonly number[]): Promise<number[]> {
    const text = 'SELECT place::float8 FROM log.number WHERE number = ANY ($1::bigint[])';
    return (await this.ask<Row>('log.places-of', text, [numbers])).map(({ place }) => place);
  }

  /** The number of the entry at a place, once it has one. */
  async numberAt(place: number): Promise<number | undefined> {
    return (await this.ask<Row>('log.number-at', 'SELECT number::float8 FROM log.number WHERE place = $1', [place]))[0]?.number;
  }

  /** Numbers of entries that have them. */
  async find(entries: readonly RawEntry[]): Promise<NumbersByPlace> {
    const places = entries.map(({ place }) => place);
    return byPlace(
      await this.ask<Row>(
        'log.numbers',
        'SELECT place::float8, number::float8, recorded_at FROM log.number WHERE place = ANY ($1::bigint[])',
        [places],
      ),
    );
  }

  /** The same for entries that follow a numbered one, none left out; those that had none are given theirs. */
  async give(after: number, entries: readonly RawEntry[]): Promise<NumbersByPlace> {
    const places = entries.map(({ place }) => place);
    const created = entries.map((entry) => entry.created.toISOString());
    return byPlace(
      await this.ask<Row>('log.give-numbers', 'SELECT place::float8, number::float8, recorded_at FROM log.give_numbers($1, $2, $3)', [
        after,
        places,
        created,
      ]),
    );
  }

  /** The last number recorded at or before an instant, among those that are given. */
  async recordedBy(instant: Date): Promise<number> {
    return (await this.ask<Row>('log.recorded-by', 'SELECT log.number_at($1)::float8 AS number', [instant]))[0]?.number ?? 0;
  }

  /** Whether the database's clock stands before the last numbered entry. */
  async clockIsBehind(): Promise<boolean> {
    const text = 'SELECT recorded_at > clock_timestamp() AS behind FROM log.numbering';
    return (await this.ask<{ behind: boolean }>('log.numbered-later', text, []))[0]?.behind ?? false;
  }

  private ask<R extends object>(name: string, text: string, values: unknown[]): Promise<R[]> {
    return withRetry(async () => (await this.pool.query<R>({ name, text, values })).rows);
  }
}

const byPlace = (rows: readonly Row[]): NumbersByPlace =>
  new Map(rows.map(({ place, number, recorded_at: recordedAt }) => [place, { number, recordedAt }]));
