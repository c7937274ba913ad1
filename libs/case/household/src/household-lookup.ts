import type { HouseholdNumber } from '@lookback/case/identification';
import { input, type OtherSubject, type RegionCode, type StreamName, upgraded } from '@lookback/kernel';
import { Where } from '@lookback/log/read-model';
import type { Keys } from '@lookback/log/vault';
import { type LookedFor, OtherSubjects, type Principal, readerRights, regionsWith, streamOf } from '@lookback/office/desk';
import type { DataSource } from 'typeorm';
import { household } from './household.js';
import { sameNumber } from './household.projection.js';

/** A household as a list speaks of it. */
export interface HouseholdSought {
  readonly number: HouseholdNumber | null;
  /** Of its members, or of the documents that stand for them. */
  readonly citizenNumbers: readonly string[];
}

/** A household on record as a list has to know it. */
export interface HouseholdFound {
  readonly id: string;
  readonly county: RegionCode;
  /** Null where the head is erased. */
  readonly head: string | null;
}

interface Row extends HouseholdFound {
  readonly number: HouseholdNumber | null;
  /** The hashes of those sought numbers that its members have. */
  readonly same: readonly string[];
}

const nation = 'CN' as RegionCode;

/** Finds households by what they are known by outside: their numbers, and the citizen numbers of their members. */
export class HouseholdLookup {
  constructor(
    private readonly db: Pick<DataSource, 'query'>,
    private readonly keys: Keys,
  ) {}

  /**
   * Each household that a list speaks of, if it is on record in some regions; in the order asked, in one round trip. Its number tells; a
   * file without a number is known by a member: a file of another number is another household's, though the same person stands in both.
   * Source: decisions.md, 9.
   */
  async find(sought: readonly HouseholdSought[], within: readonly RegionCode[]): Promise<(HouseholdFound | null)[]> {
    const hashes = sought.map(({ citizenNumbers }) => citizenNumbers.map((number) => sameNumber(this.keys, number)));
    const rows = await this.rows(
      sought.flatMap(({ number }) => number ?? []),
      hashes.flat(),
      within,
    );
    const byNumber = new Map(rows.flatMap((row) => (row.number === null ? [] : [[row.number, row] as const])));
    const byMember = new Map(rows.flatMap((row) => (row.number === null ? row.same.map((same) => [same, row] as const) : [])));
    return sought.map(({ number }, i) => {
      const found = (number && byNumber.get(number)) ?? hashes[i]?.map((same) => byMember.get(same)).find((row) => row !== undefined);
      return found ? { id: found.id, county: found.county, head: found.head } : null;
    });
  }

  private rows(numbers: readonly string[], hashes: readonly string[], within: readonly RegionCode[]): Promise<Row[]> {
    const where = new Where().within('h.village', within);
    return this.db.query(
      `SELECT substr(h.stream, 11) AS id, h.county, h.number, p.name AS head, found.same
         FROM (SELECT n.stream, '{}'::text[] AS same FROM read.household n WHERE n.number = ANY(${where.value(numbers)})
               UNION ALL
               SELECT m.stream, array_agg(m.same_number) FROM read.person m JOIN read.household n USING (stream)
                WHERE m.same_number = ANY(${where.value(hashes)}) AND n.number IS NULL GROUP BY m.stream) found
         JOIN read.household h USING (stream) LEFT JOIN read.person p ON p.stream = h.stream AND p.relation = 'head'
        WHERE ${where.sql} ORDER BY h.stream DESC`,
      where.values,
    );
  }

  /** The id of the household that has a number now, as a reader of all regions knows it; null where none has. */
  async numbered(number: HouseholdNumber): Promise<string | null> {
    const [found] = await this.find([{ number, citizenNumbers: [] }], [nation]);
    return found?.id ?? null;
  }

  /** The households of some regions that have one of these numbers, or a member of one of these citizen numbers; the first twenty of each. */
  having({ number = [], member = [] }: LookedFor, within: readonly RegionCode[]): Promise<OtherSubject[]> {
    const where = new Where().within('h.village', within);
    const hashes = member.map((typed) => sameNumber(this.keys, upgraded(input.code(typed))));
    return this.db.query(
      `SELECT DISTINCT substr(h.stream, 11) AS id, found.has
         FROM (SELECT n.stream, 'number' AS has FROM read.household n WHERE n.number = ANY(${where.value(number)})
               UNION ALL SELECT m.stream, 'member' FROM read.person m WHERE m.same_number = ANY(${where.value(hashes)})) found
         JOIN read.household h USING (stream) WHERE ${where.sql} ORDER BY 2, 1 LIMIT 20`,
      where.values,
    );
  }
}

/** The households beside one that have what a command looks for. */
export class OtherHouseholds extends OtherSubjects {
  constructor(private readonly lookup: HouseholdLookup) {
    super();
  }

  async find(subject: StreamName, looked: LookedFor, who: Principal | null): Promise<readonly OtherSubject[]> {
    const there = await this.lookup.having(looked, who ? regionsWith(who, readerRights) : [nation]);
    return there.filter(({ id }) => streamOf(household, id) !== subject);
  }
}
