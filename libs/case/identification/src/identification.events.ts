import { type CalendarDate, type Digest, event, type EventIn, type RegionCode, says, type Sealed } from '@lookback/kernel';
import type {
  AccessRoad,
  Attribute,
  CauseCode,
  DocumentKind,
  EthnicGroup,
  Fuel,
  Guarantee,
  Health,
  HouseGrade,
  HouseholdNumber,
  JoinReason,
  Labour,
  LeaveReason,
  ListedStanding,
  MemberId,
  NoNumberReason,
  PersonNumber,
  PupilStatus,
  Relation,
  Schooling,
  Workplace,
} from './identification.codes.js';
import type { OpeningBasis, Residence } from './opening.codes.js';

/** What is said of a member who is first recorded. What identifies a member is sealed to the member. */
export interface MemberSaid {
  readonly member: MemberId;
  readonly number: PersonNumber | null;
  readonly relation: Relation;
  readonly name: Sealed<string>;
  /** Null where there is none: then a document stands for it, or the reason is said. */
  readonly citizenNumber: Sealed<string> | null;
  readonly document?: { readonly kind: DocumentKind; readonly documentNumber: Sealed<string> };
  readonly withoutNumber?: NoNumberReason;
  readonly phone: Sealed<string> | null;
  /** The group of the village in which the member lives: the exact address. */
  readonly hamlet: Sealed<string> | null;
  /** Null here and below where a list left it blank: a finding of the registry checks, not a reason to refuse. */
  readonly ethnicGroup: EthnicGroup | null;
  readonly schooling: Schooling | null;
  readonly pupil: PupilStatus | null;
  readonly health: Sealed<Health> | null;
  readonly labour: Labour | null;
  /** Where the member works away from home, and for how many months of the year. */
  readonly work: { readonly place: Workplace | null; readonly months: number | null } | null;
  readonly seriousIllnessInsurance: boolean;
  /** The cells that were not written as they are kept, by column; null where all were. */
  readonly asWritten: Sealed<Readonly<Record<string, string>>> | null;
}

/** The household came on record without a list: nothing is known of it but who belongs to it and where it lives. */
export const householdOpened = event(
  'HouseholdOpened',
  'fact',
  says<{
    basis: OpeningBasis;
    county: RegionCode;
    township: RegionCode;
    village: RegionCode;
    /** The group of the village: the exact address, sealed to the household. */
    hamlet: Sealed<string> | null;
    residence: Residence;
    members: readonly MemberSaid[];
  }>(),
);

/** The household came with a list from outside: an opening balance, never proof that a gate was passed. */
export const householdTakenOver = event(
  'HouseholdTakenOver',
  'fact',
  says<{
    source: { file: Digest; sheet: number; row: number };
    /** Null where the list has none. */
    number: HouseholdNumber | null;
    county: RegionCode;
    township: RegionCode;
    village: RegionCode;
    /** As the list states it. */
    standing: ListedStanding;
    attribute: Attribute;
    mainCause: CauseCode | null;
    incomePerPersonFen: number;
    dangerousHouse: boolean;
    safeWater: boolean;
    waterDifficulty: boolean;
    members: readonly MemberSaid[];
  }>(),
);

/** The registry gave the household a number, or another one; it holds from the day on which the entry takes effect. */
export const registryNumberGiven = event(
  'RegistryNumberGiven',
  'fact',
  says<{ number: HouseholdNumber; persons: readonly { member: MemberId; number: PersonNumber }[] }>(),
);

/** Somebody came to belong to the household. */
export const memberJoined = event('MemberJoined', 'fact', says<MemberSaid & { reason: JoinReason }>());

/** Somebody no longer belongs to the household. */
export const memberLeft = event('MemberLeft', 'fact', says<{ member: MemberId; reason: LeaveReason }>());

/** Another member is the head now; how those whose relation changed stand to the new one. */
export const headChanged = event(
  'HeadChanged',
  'fact',
  says<{ head: MemberId; relations: readonly { member: MemberId; relation: Relation }[] }>(),
);

/** Income of a period, in fen. */
export const incomeAssessed = event(
  'IncomeAssessed',
  'fact',
  says<{
    period: { from: CalendarDate; to: CalendarDate };
    /** The year whose poverty line it is held against. */
    lineYear: number;
    wageFen: number;
    businessFen: number;
    transferFen: number;
    propertyFen: number;
    costsFen: number;
    netFen: number;
    persons: number;
    perPersonFen: number;
  }>(),
);

/** Somebody looked whether a guarantee is met. */
export const guaranteeChecked = event('GuaranteeChecked', 'fact', says<{ kind: Guarantee; met: boolean; grade: HouseGrade | null }>());

/** Somebody looked how the household lives. */
export const livingConditionsSurveyed = event(
  'LivingConditionsSurveyed',
  'fact',
  says<{
    electricity: boolean;
    fuel: Fuel;
    sanitaryToilet: boolean;
    accessRoad: AccessRoad;
    /** To the nearest main road. */
    roadMetres: number;
    housingSquareMetres: number;
    waterDifficulty: boolean;
    safeWater: boolean;
    /** Hundredths of a mu. */
    arableCentimu: number;
    forestCentimu: number;
    cooperative: boolean;
  }>(),
);

/** The household is poor for other reasons than was recorded. */
export const causeReclassified = event('CauseReclassified', 'fact', says<{ main: CauseCode; others: readonly CauseCode[] }>());

export type IdentificationEvent = EventIn<typeof import('./identification.events.js')>;
