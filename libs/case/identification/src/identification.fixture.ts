import type * as ask from './identification.commands.js';
import type { Code, Digest, Owner, RegionCode } from '@lookback/kernel';
import { checkCharacter, sealedTo } from '@lookback/kernel';
import type { HouseholdNumber, MemberId, PersonNumber } from './identification.codes.js';
import * as did from './identification.events.js';
import type { MemberSaid } from './identification.events.js';
import { type MemberListed, TakeOverHousehold } from './take-over.js';

/** A sound citizen number, another for each `nth` below 1000. */
export function numbered(nth: number): string {
  const seventeen = `61042619800101${String(nth).padStart(3, '0')}`;
  return seventeen + checkCharacter(seventeen);
}

const householdNumber = '610426101200000001' as HouseholdNumber;
const clear = {
  ethnicGroup: '01' as Code<'ethnic-group'>,
  schooling: 'primary',
  pupil: 'none',
  labour: 'ordinary',
  work: { place: 'county', months: 6 },
  seriousIllnessInsurance: true,
} as const;

/** The nth row of a household's list. */
export const row = (nth: number, otherwise: Partial<MemberListed> = {}): MemberListed => ({
  ...clear,
  number: `${householdNumber}0${nth}` as PersonNumber,
  relation: nth === 1 ? 'head' : 'son',
  name: `张${nth}`,
  citizenNumber: numbered(nth),
  phone: null,
  hamlet: null,
  health: 'healthy',
  asWritten: null,
  ...otherwise,
});

const stated = {
  source: { file: 'f'.repeat(64) as Digest, sheet: 1, row: 3 },
  number: householdNumber,
  county: '610426' as RegionCode,
  township: '610426101' as RegionCode,
  village: '610426101200' as RegionCode,
  standing: 'registered',
  attribute: 'general',
  mainCause: '01' as Code<'cause'>,
  incomePerPersonFen: 250_000,
  dangerousHouse: false,
  safeWater: true,
  waterDifficulty: false,
} as const;

/** A list's household with these rows. */
export const listed = (...members: readonly MemberListed[]) => TakeOverHousehold.from({ ...stated, members });

/** What is said of the nth member of the household that was taken over. */
export function said(nth: number, otherwise: Partial<MemberSaid> = {}): MemberSaid {
  const sealed = sealedTo(`person-m-${nth}` as Owner);
  const { number, relation, name, citizenNumber } = row(nth);
  return {
    ...clear,
    member: `m-${nth}` as MemberId,
    number,
    relation,
    name: sealed(name),
    citizenNumber: citizenNumber === null ? null : sealed(citizenNumber),
    phone: null,
    hamlet: null,
    health: sealed('healthy'),
    asWritten: null,
    ...otherwise,
  };
}

/** The household that every history of the specs begins with: `m-1` its head, and as many members as said. */
export const takenOver = (members: number) =>
  did.householdTakenOver({ ...stated, members: Array.from({ length: members }, (_, i) => said(i + 1)) });

/** The same without its members. */
export const statedOf = () => stated;

/** Who is born into the household. */
export const joining: ask.JoinMember = {
  relation: 'daughter',
  name: '张小花',
  citizenNumber: numbered(9),
  ethnicGroup: '01' as Code<'ethnic-group'>,
  pupil: 'preschool',
  health: 'healthy',
  labour: 'none',
  seriousIllnessInsurance: true,
  reason: 'born',
};

/** What a household of three earns in a year. */
export const income: ask.AssessIncome = {
  from: '2019-01-01',
  to: '2019-12-31',
  lineYear: 2019,
  wageFen: 1_000_000,
  businessFen: 200_000,
  transferFen: 30_000,
  propertyFen: 4_000,
  costsFen: 100_000,
  netFen: 1_134_000,
  persons: 3,
  perPersonFen: 378_000,
};

/** How it lives. */
export const seen: ask.SurveyLivingConditions = {
  electricity: true,
  fuel: 'coal',
  sanitaryToilet: false,
  accessRoad: 'mud',
  roadMetres: 1_200,
  housingSquareMetres: 60,
  waterDifficulty: false,
  safeWater: true,
  arableCentimu: 850,
  forestCentimu: 0,
  cooperative: false,
};
