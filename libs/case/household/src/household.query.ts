import type { Attribute, CauseCode, HouseholdNumber } from '@lookback/case/identification';
import type { Standing } from '@lookback/case/standing';
import type { CalendarDate, RegionCode } from '@lookback/kernel';
import type { Where } from '@lookback/log/read-model';
import type { Sees } from '@lookback/office/desk';
import { type CodeWanted, listRuling, type Ruled, saidWhileRuled } from '@lookback/office/standards';
import type { DataSource } from 'typeorm';
import { type FileCursor, placeAfter } from './file-cursor.js';
import type { NameIndex } from './name-index.query.js';
import { fileCode, members, onRecord, seenOf, withHeads } from './households-today.query.js';

/** Which households are counted. All that is given has to hold. */
export interface HouseholdsCounted {
  readonly region?: RegionCode | undefined;
  readonly standing?: Standing | undefined;
  readonly attribute?: Attribute | undefined;
  readonly cause?: CodeWanted | undefined;
}

/** A page of those. */
export interface HouseholdsWanted extends HouseholdsCounted {
  readonly after?: FileCursor | undefined;
  readonly limit: number;
}

export interface HouseholdListed {
  readonly id: string;
  /** 档案号 */
  readonly fileCode: string;
  readonly number: HouseholdNumber | null;
  readonly head: string | null;
  readonly county: RegionCode;
  readonly township: RegionCode;
  readonly village: RegionCode;
  readonly standing: Standing;
  readonly attribute: Attribute | null;
  readonly mainCause: CauseCode | null;
  /** The day of which the causes were said. */
  readonly causeSince: CalendarDate;
  readonly people: number;
  readonly incomePerPersonFen: number | null;
}

export interface Count {
  /** Null where none is recorded. */
  readonly key: string | null;
  readonly households: number;
  readonly people: number;
}

/** How many have a main cause, said while one list ruled; null where which is not asked for. */
export interface CauseCount extends Count {
  readonly list: string | null;
}

export const breakdowns = ['township', 'village', 'attribute', 'standing'] as const;
export type Breakdown = (typeof breakdowns)[number];

/** Asks the read models of households. Every question is held to what the asker may see. */
export class HouseholdQuery {
  constructor(
    private readonly db: Pick<DataSource, 'query'>,
    private readonly index: NameIndex,
  ) {}

  /** Households by village and file code. */
  async find({ after, limit, ...filter }: HouseholdsWanted, sees: Sees): Promise<HouseholdListed[]> {
    const where = matching(filter, sees);
    if (after !== undefined) where.add('(h.village, h.stream) > (?, ?)', ...placeAfter(after));
    const rows: HouseholdListed[] = await this.db.query(
      `SELECT substr(h.stream, 11) AS id, ${fileCode} AS "fileCode", h.number, h.head, h.county, h.township, h.village, h.standing, h.attribute,
              h.main_cause AS "mainCause", h.cause_since::text AS "causeSince", h.people, h.income_per_person_fen::float8 AS "incomePerPersonFen"
         FROM ${onRecord} h WHERE ${where.sql} ORDER BY h.village, h.stream LIMIT ${where.value(limit)}`,
      where.values,
    );
    return withHeads(rows, this.index);
  }

  /** Whether there is any. */
  async any(sees: Sees): Promise<boolean> {
    const where = seenOf(sees);
    const [row] = await this.db.query<{ any: boolean }[]>(
      `SELECT EXISTS (SELECT FROM ${onRecord} h WHERE ${where.sql}) AS any`,
      where.values,
    );
    return row?.any ?? false;
  }

  /** How many there are on all pages. */
  async total(filter: HouseholdsCounted, sees: Sees): Promise<number> {
    const where = matching(filter, sees);
    const [count] = await this.db.query<{ households: number }[]>(
      `SELECT count(*)::int AS households FROM ${onRecord} h WHERE ${where.sql}`,
      where.values,
    );
    return count?.households ?? 0;
  }

  /** How many households and people there are, by each breakdown asked for; keys are codes. */
  async count(filter: HouseholdsCounted, by: Breakdown, sees: Sees): Promise<Count[]> {
    const where = matching(filter, sees);
    return this.db.query(
      `SELECT h.${by} AS key, count(*)::int AS households, coalesce(sum(h.people), 0)::int AS people
         FROM ${onRecord} h WHERE ${where.sql} GROUP BY 1 ORDER BY 1`,
      where.values,
    );
  }

  /** How many there are by main cause, and by the list that ruled where and when it was said. */
  async countByCause(filter: HouseholdsCounted, ruled: readonly Ruled[], sees: Sees): Promise<CauseCount[]> {
    const where = matching(filter, sees);
    return this.db.query(
      `SELECT ${listRuling(causeSaid, ruled, (value) => where.value(value))} AS list, h.main_cause AS key, count(*)::int AS households,
              coalesce(sum(h.people), 0)::int AS people
         FROM ${onRecord} h WHERE ${where.sql} GROUP BY 1, 2 ORDER BY 2, 1`,
      where.values,
    );
  }

  /** Which households have a member with one of these citizen numbers, by that number. */
  async having(
    citizenNumbers: readonly string[],
    sees: Sees,
  ): Promise<ReadonlyMap<string, readonly Pick<HouseholdListed, 'id' | 'number'>[]>> {
    const marked = citizenNumbers.map((number) => [number, this.index.numbers(number)] as const);
    const where = seenOf(sees).add(
      'm.number = ANY(?)',
      marked.flatMap(([, marks]) => marks),
    );
    const rows: { mark: string; id: string; number: HouseholdNumber | null }[] = await this.db.query(
      `SELECT m.number AS mark, substr(h.stream, 11) AS id, h.number FROM ${members} m JOIN ${onRecord} h USING (subject)
        WHERE ${where.sql} ORDER BY h.village, h.stream`,
      where.values,
    );
    const found = grouped(rows, ({ mark }) => mark);
    const households = (marks: readonly string[]) =>
      marks.flatMap((mark) => found.get(mark) ?? []).map(({ id, number }) => ({ id, number }));
    return new Map(marked.map(([number, marks]) => [number, households(marks)] as const).filter(([, some]) => some.length > 0));
  }
}

function matching({ region, standing, attribute, cause }: HouseholdsCounted, sees: Sees): Where {
  const where = seenOf(sees);
  if (region !== undefined) where.within('h.village', [region]);
  where.addIf('h.standing = ?', standing).addIf('h.attribute = ?', attribute);
  if (cause !== undefined) where.add('h.main_cause = ?', cause.code);
  if (cause?.ruled !== undefined) where.add(...saidWhileRuled(causeSaid, cause.ruled));
  return where;
}

/** As Map.groupBy, which Node 20 lacks. */
function grouped<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
  return groups;
}

const causeSaid = { county: 'h.county', day: 'h.cause_since' };
