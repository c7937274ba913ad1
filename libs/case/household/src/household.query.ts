import type { Attribute, CauseCode, HouseholdNumber } from '@lookback/case/identification';
import type { Standing } from '@lookback/case/standing';
import { type CalendarDate, input, type RegionCode, upgraded } from '@lookback/kernel';
import { literally, todays, Where } from '@lookback/log/read-model';
import type { Keys } from '@lookback/log/vault';
import { isOfSeen, type Sees } from '@lookback/office/desk';
import { type CodeWanted, listRuling, type Ruled, saidWhileRuled } from '@lookback/office/standards';
import type { DataSource } from 'typeorm';
import { type FileCursor, placeAfter } from './file-cursor.js';
import { sameNumber } from './household.projection.js';
import { householdsRegister } from './households.register.js';

/** What households are looked for by. All that is given has to hold. */
export interface HouseholdsWanted {
  /** Beginning of a name, a citizen number or that of another document, a file code, or beginning of a household's or a person's number. */
  readonly text?: string | undefined;
  readonly region?: RegionCode | undefined;
  readonly standing?: Standing | undefined;
  readonly attribute?: Attribute | undefined;
  readonly cause?: CodeWanted | undefined;
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
    private readonly keys: Keys,
  ) {}

  /** Households by village and file code. */
  async find(wanted: HouseholdsWanted, sees: Sees): Promise<HouseholdListed[]> {
    const { after, limit } = wanted;
    const where = this.where(wanted, sees);
    if (after !== undefined) where.add('(h.village, h.stream) > (?, ?)', ...placeAfter(after));
    return this.db.query(
      `SELECT substr(h.stream, 11) AS id, ${fileCode} AS "fileCode", h.number, p.name AS head, h.county, h.township, h.village, h.standing, h.attribute,
              h.main_cause AS "mainCause", h.cause_since::text AS "causeSince", h.people, h.income_per_person_fen::float8 AS "incomePerPersonFen"
         FROM ${onRecord} h LEFT JOIN read.person p ON p.stream = h.stream AND p.relation = 'head'
        WHERE ${where.sql} ORDER BY h.village, h.stream LIMIT ${where.value(limit)}`,
      where.values,
    );
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
  async total(wanted: Omit<HouseholdsWanted, 'after' | 'limit'>, sees: Sees): Promise<number> {
    const where = this.where(wanted, sees);
    const [count] = await this.db.query<{ households: number }[]>(
      `SELECT count(*)::int AS households FROM ${onRecord} h WHERE ${where.sql}`,
      where.values,
    );
    return count?.households ?? 0;
  }

  /** How many households and people there are, by each breakdown asked for; keys are codes. */
  async count(wanted: Pick<HouseholdsWanted, 'region' | 'standing' | 'attribute' | 'cause'>, by: Breakdown, sees: Sees): Promise<Count[]> {
    const where = this.where(wanted, sees);
    return this.db.query(
      `SELECT h.${by} AS key, count(*)::int AS households, coalesce(sum(h.people), 0)::int AS people
         FROM ${onRecord} h WHERE ${where.sql} GROUP BY 1 ORDER BY 1`,
      where.values,
    );
  }

  /** How many there are by main cause, and by the list that ruled where and when it was said. */
  async countByCause(
    wanted: Pick<HouseholdsWanted, 'region' | 'standing' | 'attribute' | 'cause'>,
    ruled: readonly Ruled[],
    sees: Sees,
  ): Promise<CauseCount[]> {
    const where = this.where(wanted, sees);
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
    const hashed = citizenNumbers.map((number) => [number, sameNumber(this.keys, number)] as const);
    const where = seenOf(sees).add(
      'p.same_number = ANY(?)',
      hashed.map(([, same]) => same),
    );
    const rows: { same: string; id: string; number: HouseholdNumber | null }[] = await this.db.query(
      `SELECT p.same_number AS same, substr(h.stream, 11) AS id, h.number FROM read.person p JOIN ${onRecord} h USING (stream)
        WHERE ${where.sql} ORDER BY h.village, h.stream`,
      where.values,
    );
    const found = grouped(rows, ({ same }) => same);
    return new Map(
      hashed.flatMap(([citizenNumber, same]) =>
        found.has(same) ? [[citizenNumber, (found.get(same) ?? []).map(({ id, number }) => ({ id, number }))]] : [],
      ),
    );
  }

  private where({ text, region, standing, attribute, cause }: Omit<HouseholdsWanted, 'limit'>, sees: Sees): Where {
    const where = seenOf(sees);
    if (region !== undefined) where.within('h.village', [region]);
    where.addIf('h.standing = ?', standing).addIf('h.attribute = ?', attribute);
    if (cause !== undefined) where.add('h.main_cause = ?', cause.code);
    if (cause?.ruled !== undefined) where.add(...saidWhileRuled(causeSaid, cause.ruled));
    if (text !== undefined) where.add(...this.matching(text));
    return where;
  }

  /**
   * 8 characters may be a file code beside all else; 15, 18 or 20 digits may be a household's number, or a person's, which begins with it, or a citizen's; others begin a household's;
   * all else begins a name, or is the number of a document.
   */
  private matching(text: string): [string, ...unknown[]] {
    const code = input.code(text).toLowerCase();
    const [sql, ...values] = this.called(text);
    return /^[0-9a-f]{8}$/.test(code) ? [`(${sql} OR h.stream LIKE ?)`, ...values, `household-${code}%`] : [sql, ...values];
  }

  private called(text: string): [string, ...unknown[]] {
    const number = input.code(text);
    const [inHouseholds, same] = [`${number.slice(0, 18)}%`, sameNumber(this.keys, upgraded(number))];
    if (/^\d{17}[\dX](\d\d(B\d)?)?$/.test(upgraded(number)))
      return [`(h.number LIKE ? OR ${hasMember('m.same_number = ?')})`, inHouseholds, same];
    if (/^\d{6,17}$/.test(number)) return [`(h.number LIKE ? OR ${hasMember('m.same_number = ?')})`, inHouseholds, same];
    const named = [hasMember('m.name LIKE ?'), `${literally(input.name(text))}%`] as const;
    return /^[A-Z]{1,3}\d{7,}$/.test(number) ? [`(${named[0]} OR ${hasMember('m.same_number = ?')})`, named[1], same] : [...named];
  }
}

/** The file code of a row `h`: its id's beginning. */
export const fileCode = 'substr(h.stream, 11, 8)';

/** The households `h` that an account sees. */
export function seenOf(sees: Sees): Where {
  const where = new Where();
  return where.add(isOfSeen(where, { stream: 'h.stream', place: 'h.village' }, sees));
}

/** As Map.groupBy, which Node 20 lacks. */
function grouped<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
  return groups;
}

/** The households on record today, for FROM. */
export const onRecord = todays(householdsRegister);

const causeSaid = { county: 'h.county', day: 'h.cause_since' };

const hasMember = (condition: string) => `EXISTS (SELECT FROM read.person m WHERE m.stream = h.stream AND ${condition})`;
