import type { HouseholdNumber } from '@lookback/case/identification';
import { input, type OtherSubject, type RegionCode, type StreamName, upgraded } from '@lookback/kernel';
import type { Keys } from '@lookback/log/vault';
import { anySubject, type LookedFor, OtherSubjects, type Principal, type Sees, seesOf, streamOf } from '@lookback/office/desk';
import type { DataSource } from 'typeorm';
import { type CandidateRow, Candidates, type HashedSought, type HouseholdKnown } from './household-candidates.js';
import { household } from './household.js';
import { sameNumber } from './household.projection.js';
import { onRecord, seenOf } from './household.query.js';

/** A household as a list speaks of it. */
export interface HouseholdSought {
  readonly number: HouseholdNumber | null;
  /** Of its members, or of the documents that stand for them. */
  readonly citizenNumbers: readonly string[];
  /** Where it lies, and who its head is; null where nothing but the number and the members may tell. */
  readonly headed: HeadSought | null;
}

/** The head of a household in a village. */
export interface HeadSought {
  readonly village: RegionCode;
  readonly name: string;
  /** Null where the list has none. */
  readonly citizenNumber: string | null;
}

const ofSetup = seesOf(null, [anySubject(household)]);

/** Finds households by what they are known by outside: their numbers, the citizen numbers of their members, village and head. */
export class HouseholdLookup {
  constructor(
    private readonly db: Pick<DataSource, 'query'>,
    private readonly keys: Keys,
  ) {}

  /** What is on record, as far as the asker sees it, of each household that a list speaks of; in the order asked, in one round trip. */
  async find(sought: readonly HouseholdSought[], sees: Sees): Promise<HouseholdKnown[]> {
    const hashed = sought.map((one) => this.hashed(one));
    const candidates = new Candidates(await this.rows(hashed, sees));
    return hashed.map((one) => candidates.of(one));
  }

  private hashed({ number, citizenNumbers, headed }: HouseholdSought): HashedSought {
    const hash = (citizenNumber: string) => sameNumber(this.keys, citizenNumber);
    if (headed === null) return { number, members: citizenNumbers.map(hash), headed };
    const { village, name, citizenNumber } = headed;
    const same = citizenNumber === null ? null : hash(citizenNumber);
    return { number, members: citizenNumbers.map(hash), headed: { village, name: input.name(name), same } };
  }

  /** A superset of what `Candidates` chooses from: members of files with a number are sought only for households without one. */
  private rows(sought: readonly HashedSought[], sees: Sees): Promise<CandidateRow[]> {
    const where = seenOf(sees);
    const heads = sought.flatMap(({ headed }) => headed ?? []);
    const numbers = where.value(sought.flatMap(({ number }) => number ?? []));
    const members = where.value(sought.flatMap((one) => one.members));
    const ofUnnumbered = where.value(sought.flatMap((one) => (one.number === null ? one.members : [])));
    const [names, villages] = [where.value(heads.map(({ name }) => name)), where.value([...new Set(heads.map(({ village }) => village))])];
    return this.db.query(
      `SELECT substr(h.stream, 11) AS id, h.county, h.village, h.number, p.name AS head, p.same_number AS "headSame", found.members
         FROM (SELECT f.stream, array_remove(array_agg(f.member), NULL) AS members
                 FROM (SELECT n.stream, NULL AS member FROM ${onRecord} n WHERE n.number = ANY(${numbers})
                       UNION ALL
                       SELECT m.stream, m.same_number FROM read.person m JOIN ${onRecord} n USING (stream)
                        WHERE m.same_number = ANY(${members}) AND (n.number IS NULL OR m.same_number = ANY(${ofUnnumbered}))
                       UNION ALL
                       SELECT m.stream, NULL FROM read.person m JOIN ${onRecord} n USING (stream)
                        WHERE m.relation = 'head' AND m.name = ANY(${names}) AND n.village = ANY(${villages})) f
                GROUP BY f.stream) found
         JOIN ${onRecord} h USING (stream) LEFT JOIN read.person p ON p.stream = h.stream AND p.relation = 'head'
        WHERE ${where.sql} ORDER BY h.stream`,
      where.values,
    );
  }

  /** The id of the household that has a number now, as setup knows it; null where none has. */
  async numbered(number: HouseholdNumber): Promise<string | null> {
    const [found] = await this.find([{ number, citizenNumbers: [], headed: null }], ofSetup);
    return found && 'id' in found ? found.id : null;
  }

  /** The households that have one of these numbers, or a member of one of these citizen numbers; the first twenty of each. */
  having({ number = [], member = [] }: LookedFor, sees: Sees): Promise<OtherSubject[]> {
    const where = seenOf(sees);
    const hashes = member.map((typed) => sameNumber(this.keys, upgraded(input.code(typed))));
    return this.db.query(
      `SELECT DISTINCT substr(h.stream, 11) AS id, found.has
         FROM (SELECT n.stream, 'number' AS has FROM ${onRecord} n WHERE n.number = ANY(${where.value(number)})
               UNION ALL SELECT m.stream, 'member' FROM read.person m WHERE m.same_number = ANY(${where.value(hashes)})) found
         JOIN ${onRecord} h USING (stream) WHERE ${where.sql} ORDER BY 2, 1 LIMIT 20`,
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
    const there = await this.lookup.having(looked, seesOf(who, [anySubject(household)]));
    return there.filter(({ id }) => streamOf(household, id) !== subject);
  }
}
