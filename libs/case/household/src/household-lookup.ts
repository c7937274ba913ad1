import type { HouseholdNumber } from '@lookback/case/identification';
import { input, type OtherSubject, type RegionCode, type StreamName, upgraded } from '@lookback/kernel';
import { anySubject, type LookedFor, OtherSubjects, type Principal, type Sees, seesOf, streamOf } from '@lookback/office/desk';
import type { DataSource } from 'typeorm';
import { type CandidateRow, Candidates, type MarkedSought, type HouseholdKnown } from './household-candidates.js';
import { household } from './household.js';
import { members, onRecord, seenOf, withHeads } from './households-today.query.js';
import type { NameIndex } from './name-index.query.js';

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
    private readonly index: NameIndex,
  ) {}

  /** What is on record, as far as the asker sees it, of each household that a list speaks of; in the order asked, in two round trips. */
  async find(sought: readonly HouseholdSought[], sees: Sees): Promise<HouseholdKnown[]> {
    const marked = sought.map((one) => this.marked(one));
    const candidates = new Candidates(await withHeads(await this.rows(marked, sees), this.index));
    return marked.map((one) => candidates.of(one));
  }

  private marked({ number, citizenNumbers, headed }: HouseholdSought): MarkedSought {
    const people = citizenNumbers.flatMap((one) => this.index.numbers(one));
    if (headed === null) return { number, members: people, headed };
    const { village, citizenNumber } = headed;
    const name = input.name(headed.name);
    return {
      number,
      members: people,
      headed: { village, name, marks: this.index.beginnings(village, name), isNumbered: citizenNumber !== null },
    };
  }

  /** A superset of what `Candidates` chooses from: members of files with a number are sought only for households without one. */
  private rows(sought: readonly MarkedSought[], sees: Sees): Promise<CandidateRow[]> {
    const where = seenOf(sees);
    const heads = sought.flatMap(({ headed }) => headed ?? []);
    const numbers = where.value(sought.flatMap(({ number }) => number ?? []));
    const people = where.value(sought.flatMap((one) => one.members));
    const ofUnnumbered = where.value(sought.flatMap((one) => (one.number === null ? one.members : [])));
    const marks = where.value(heads.flatMap((head) => head.marks));
    return this.db.query(
      `SELECT substr(h.stream, 11) AS id, h.county, h.village, h.number, h.head, found.members, EXISTS (
                SELECT FROM ${members} m WHERE m.subject = h.subject AND m.is_head AND m.number IS NOT NULL) AS "isHeadNumbered"
         FROM (SELECT f.subject, array_remove(array_agg(f.member), NULL) AS members
                 FROM (SELECT n.subject, NULL AS member FROM ${onRecord} n WHERE n.number = ANY(${numbers})
                       UNION ALL
                       SELECT m.subject, m.number FROM ${members} m JOIN ${onRecord} n USING (subject)
                        WHERE m.number = ANY(${people}) AND (n.number IS NULL OR m.number = ANY(${ofUnnumbered}))
                       UNION ALL
                       SELECT m.subject, NULL FROM ${members} m WHERE m.is_head AND m.beginning = ANY(${marks})) f
                GROUP BY f.subject) found
         JOIN ${onRecord} h USING (subject)
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
    const marks = member.flatMap((typed) => this.index.numbers(upgraded(input.code(typed))));
    return this.db.query(
      `SELECT DISTINCT substr(h.stream, 11) AS id, found.has
         FROM (SELECT n.subject, 'number' AS has FROM ${onRecord} n WHERE n.number = ANY(${where.value(number)})
               UNION ALL SELECT m.subject, 'member' FROM ${members} m WHERE m.number = ANY(${where.value(marks)})) found
         JOIN ${onRecord} h USING (subject) WHERE ${where.sql} ORDER BY 2, 1 LIMIT 20`,
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
