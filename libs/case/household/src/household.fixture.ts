import { identificationEvents as did, type MemberSaid } from '@lookback/case/identification';
import type { HouseholdNumber, ListedStanding, MemberId, PersonNumber } from '@lookback/case/identification';
import {
  type AccountId,
  checkCharacter,
  type Code,
  type Digest,
  type EventOf,
  type Owner,
  type RegionCode,
  sealedTo,
} from '@lookback/kernel';
import { anySubject, FormerStayRow, type LookupKeys, Parts, type Sees, seesOf, SubjectRow, subjectsModel } from '@lookback/office/desk';
import type { DataSource } from 'typeorm';
import { household } from './household.js';
import { householdPart } from './household.part.js';
import { onRecord, seenOf } from './households-today.query.js';
import { asNow } from './name-index.query.js';
import type { TextSearch } from './text-search.query.js';

/** A sound citizen number of somebody born in the 1900s, another for each `nth` below 1000. */
export function numbered(nth: number): string {
  const seventeen = `61042619800101${String(nth).padStart(3, '0')}`;
  return seventeen + checkCharacter(seventeen);
}

export interface Person {
  readonly name: string;
  /** Null where nobody has stated one. */
  readonly citizenNumber: string | null;
}

/** The `nth` of a household's members; the first is its head. */
export function memberSaid(stream: string, { name, citizenNumber }: Person, nth: number): MemberSaid {
  const member = `${stream}-m${nth}` as MemberId;
  const sealed = sealedTo(`person-${member}` as Owner);
  return {
    member,
    number: null as PersonNumber | null,
    relation: nth === 1 ? 'head' : 'son',
    name: sealed(name),
    citizenNumber: citizenNumber === null ? null : sealed(citizenNumber),
    phone: null,
    hamlet: null,
    health: sealed('healthy' as const),
    ethnicGroup: '01' as Code<'ethnic-group'>,
    schooling: null,
    pupil: 'none',
    labour: 'ordinary',
    work: null,
    seriousIllnessInsurance: true,
    asWritten: null,
  };
}

export interface Stated {
  readonly number: string;
  readonly people: readonly Person[];
  readonly standing?: ListedStanding;
  readonly attribute?: 'general' | 'allowance';
  readonly mainCause?: string;
}

/** A household that a list brings; its village is what its number begins with. */
export const takenOver = (
  stream: string,
  { number, people, standing = 'registered', attribute = 'general', mainCause = '01' }: Stated,
): EventOf =>
  did.householdTakenOver({
    source: { file: 'f'.repeat(64) as Digest, sheet: 1, row: 3 },
    number: number as HouseholdNumber,
    standing,
    attribute,
    mainCause: mainCause as Code<'cause'>,
    county: number.slice(0, 6) as RegionCode,
    township: number.slice(0, 9) as RegionCode,
    village: number.slice(0, 12) as RegionCode,
    incomePerPersonFen: 250_000,
    dangerousHouse: false,
    safeWater: true,
    waterDifficulty: false,
    members: people.map((person, i) => memberSaid(stream, person, i + 1)),
  });

/** What setup sees: every household. */
export const nationwide: Sees = seesOf(null, [anySubject(household)]);

/** What an account sees that records in some regions. */
export const recordingIn = (...regions: string[]): Sees => {
  const scope = { regions: regions as RegionCode[], units: [] };
  return seesOf({ account: 'a-1' as AccountId, person: null, rights: new Map([['record', scope]]) }, [anySubject(household)]);
};

const own = new Parts([householdPart]);

/** What is read of households, and nothing else. */
export const householdProjections = (keys: LookupKeys) => [...own.models(keys), subjectsModel(own.subjects)];
/** Their tables. */
export const householdTables = [...own.tables, SubjectRow, FormerStayRow];

/** The households that a typed text means, by village and file code. */
export async function meantBy(texts: TextSearch, db: Pick<DataSource, 'query'>, text: string, sees: Sees): Promise<string[]> {
  const isMeant = await texts.meant(text, asNow(sees));
  const where = seenOf(sees);
  where.add(isMeant({ values: where, subject: 'h.subject', cell: (name) => `h.${name}` }));
  const sql = `SELECT substr(h.stream, 11) AS id FROM ${onRecord} h WHERE ${where.sql} ORDER BY h.village, h.stream`;
  return (await db.query<{ id: string }[]>(sql, where.values)).map(({ id }) => id);
}
