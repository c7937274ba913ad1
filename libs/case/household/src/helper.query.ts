import type { HouseholdNumber } from '@lookback/case/identification';
import type { Standing } from '@lookback/case/standing';
import type { CalendarDate, PersonId, RegionCode, UnitId } from '@lookback/kernel';
import { todays, type Where } from '@lookback/log/read-model';
import type { Sees } from '@lookback/office/desk';
import type { Rank } from '@lookback/office/standards';
import type { DataSource } from 'typeorm';
import { type FileCursor, placeAfter } from './file-cursor.js';
import { helpersRegister } from './helpers.register.js';
import { fileCode, onRecord, seenOf, withHeads } from './households-today.query.js';
import type { NameIndex } from './name-index.query.js';

/** A household that somebody helps, or has helped. */
export interface HouseholdHelped {
  readonly id: string;
  readonly fileCode: string;
  readonly number: HouseholdNumber | null;
  readonly head: string | null;
  readonly township: RegionCode;
  readonly village: RegionCode;
  readonly standing: Standing;
  readonly unit: UnitId;
  readonly rank: Rank;
  readonly from: CalendarDate;
  readonly to: CalendarDate | null;
  readonly statedFrom: CalendarDate | null;
}

/** A household that a unit helps now, and who of it does. */
export interface HouseholdOfUnit extends Pick<
  HouseholdHelped,
  'id' | 'fileCode' | 'number' | 'head' | 'township' | 'village' | 'standing'
> {
  readonly helpers: readonly (Pick<HouseholdHelped, 'rank' | 'from'> & { readonly person: PersonId })[];
}

/** How many households of a county somebody helps now. */
export interface HelperCount {
  readonly person: PersonId;
  readonly county: RegionCode;
  /** More than one where the ranks on record contradict each other. */
  readonly ranks: readonly Rank[];
  readonly units: readonly UnitId[];
  readonly households: number;
}

/** Helpers who are alike in rank or unit, and the households that they help now. */
export interface HelperShare {
  readonly key: string;
  readonly helpers: number;
  readonly households: number;
}

export interface HelperCounts {
  readonly households: number;
  /** Households that have a helper now. */
  readonly withHelper: number;
  readonly helpers: number;
  readonly byRank: readonly HelperShare[];
  readonly byUnit: readonly HelperShare[];
}

/** Every helper's time, for FROM. */
export const helping = todays(helpersRegister);

/** Asks who helps which household. Every question is held to what the asker may see. */
export class HelperQuery {
  constructor(
    private readonly db: Pick<DataSource, 'query'>,
    private readonly index: Pick<NameIndex, 'names'>,
  ) {}

  /** A person's households, those helped now first, by village and file code. */
  async householdsOf(person: PersonId, sees: Sees): Promise<HouseholdHelped[]> {
    const where = seenOf(sees).add('r.person = ?', person);
    const rows: HouseholdHelped[] = await this.db.query(
      `SELECT substr(h.stream, 11) AS id, ${fileCode} AS "fileCode", h.number, h.head, h.township, h.village, h.standing,
              r.unit, r.rank, r.started_on::text AS "from", r.ended_on::text AS "to", r.stated_from::text AS "statedFrom"
         FROM ${helped} WHERE ${where.sql} ORDER BY r.ended_on IS NOT NULL, h.village, h.stream, r.key::int`,
      where.values,
    );
    return withHeads(rows, this.index);
  }

  /** The households that a unit helps now, by village and file code, after one of them if it is named. */
  async householdsOfUnit(
    unit: UnitId,
    { after, limit }: { after?: FileCursor | undefined; limit: number },
    sees: Sees,
  ): Promise<HouseholdOfUnit[]> {
    const where = helpedNow(sees).add('r.unit = ?', unit);
    if (after !== undefined) where.add('(h.village, h.stream) > (?, ?)', ...placeAfter(after));
    const rows: HouseholdOfUnit[] = await this.db.query(
      `SELECT substr(h.stream, 11) AS id, ${fileCode} AS "fileCode", h.number, h.head, h.township, h.village, h.standing,
              json_agg(json_build_object('person', r.person, 'rank', r.rank, 'from', r.started_on) ORDER BY r.key::int) AS helpers
         FROM ${helped} WHERE ${where.sql} GROUP BY h.stream, h.number, h.head, h.township, h.village, h.standing
        ORDER BY h.village, h.stream LIMIT ${where.value(limit)}`,
      where.values,
    );
    return withHeads(rows, this.index);
  }

  /** How many households somebody helps for a unit now. */
  async helpedFor(unit: UnitId, sees: Sees): Promise<number> {
    const where = helpedNow(sees).add('r.unit = ?', unit);
    const [count] = await this.db.query<{ households: number }[]>(
      `SELECT count(DISTINCT r.stream)::int AS households FROM ${helped} WHERE ${where.sql}`,
      where.values,
    );
    return count?.households ?? 0;
  }

  /** All who help a household of a region that the asker sees, each with all that they help in its county, in order of person. */
  async helpers(region: RegionCode | undefined, sees: Sees): Promise<HelperCount[]> {
    const where = inRegion(seenOf(sees), region);
    return this.db.query(
      `SELECT r.person, h.county, array_agg(DISTINCT r.rank) AS ranks, array_agg(DISTINCT r.unit) AS units,
              count(*)::int AS households
         FROM ${helped} WHERE r.ended_on IS NULL GROUP BY r.person, h.county HAVING bool_or(${where.sql}) ORDER BY r.person, h.county`,
      where.values,
    );
  }

  /** Whether anybody helps a household. */
  async any(sees: Sees): Promise<boolean> {
    const where = seenOf(sees);
    const [row] = await this.db.query<{ any: boolean }[]>(`SELECT EXISTS (SELECT FROM ${helped} WHERE ${where.sql}) AS any`, where.values);
    return row?.any ?? false;
  }

  /** How many households each of some people helps now; people who help none are left out. */
  async countsOf(people: readonly PersonId[], sees: Sees): Promise<ReadonlyMap<PersonId, number>> {
    const where = helpedNow(sees).add('r.person = ANY(?)', people);
    const rows = await this.db.query<{ person: PersonId; households: number }[]>(
      `SELECT r.person, count(DISTINCT r.stream)::int AS households FROM ${helped} WHERE ${where.sql} GROUP BY r.person`,
      where.values,
    );
    return new Map(rows.map(({ person, households }) => [person, households]));
  }

  async counts(region: RegionCode | undefined, sees: Sees): Promise<HelperCounts> {
    const where = inRegion(seenOf(sees), region);
    const [whole] = await this.db.query<Omit<HelperCounts, 'byRank' | 'byUnit'>[]>(
      `SELECT count(DISTINCT h.stream)::int AS households, count(DISTINCT r.stream)::int AS "withHelper",
              count(DISTINCT r.person)::int AS helpers
         FROM ${onRecord} h LEFT JOIN ${helping} r ON r.stream = h.stream AND r.ended_on IS NULL
        WHERE ${where.sql}`,
      where.values,
    );
    const now = inRegion(helpedNow(sees), region);
    const [byRank, byUnit] = await Promise.all([this.shares('rank', now), this.shares('unit', now)]);
    return { households: 0, withHelper: 0, helpers: 0, ...whole, byRank, byUnit };
  }

  private shares(by: 'rank' | 'unit', where: Where): Promise<HelperShare[]> {
    return this.db.query(
      `SELECT r.${by} AS key, count(DISTINCT r.person)::int AS helpers, count(DISTINCT r.stream)::int AS households
         FROM ${helped} WHERE ${where.sql} GROUP BY 1 ORDER BY 1`,
      where.values,
    );
  }
}

const helped = `${helping} r JOIN ${onRecord} h USING (stream)`;
const helpedNow = (sees: Sees): Where => seenOf(sees).add('r.ended_on IS NULL');
const inRegion = (where: Where, region: RegionCode | undefined): Where =>
  region === undefined ? where : where.within('h.village', [region]);
