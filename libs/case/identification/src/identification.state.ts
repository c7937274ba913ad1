import type { CalendarDate, RegionCode } from '@lookback/kernel';
import type { Attribute, CauseCode, Guarantee, HouseGrade, HouseholdNumber } from './identification.codes.js';
import type { IdentificationEvent, MemberSaid } from './identification.events.js';
import type { DataOf } from '@lookback/kernel';

/** A household as identification knows it; null where it is not on record. */
export type Identification = Identified | null;

export interface Identified {
  readonly number: HouseholdNumber;
  readonly county: RegionCode;
  readonly township: RegionCode;
  readonly village: RegionCode;
  readonly attribute: Attribute;
  /** Codes of the list that was in force on `since`, the day of which they were said. */
  readonly causes: { readonly main: CauseCode | null; readonly others: readonly CauseCode[]; readonly since: CalendarDate };
  readonly members: readonly Member[];
  readonly income: Income;
  readonly guarantees: Readonly<Partial<Record<Guarantee, GuaranteeState>>>;
  readonly living: DataOf<IdentificationEvent, 'LivingConditionsSurveyed'> | null;
  /** The date of the list that it came with: procedure before that is unknown. */
  readonly takenOverOn: CalendarDate | null;
}

export type Member = Omit<MemberSaid, 'asWritten'>;

/** Income per person and year: as a list stated it, or as assessed with its parts. */
export type Income =
  { readonly stated: true; readonly perPersonFen: number } | ({ readonly stated: false } & DataOf<IdentificationEvent, 'IncomeAssessed'>);

export interface GuaranteeState {
  readonly met: boolean;
  readonly grade: HouseGrade | null;
  /** True where a list stated it and nobody has looked since. */
  readonly stated: boolean;
}

export const headOf = ({ members }: Identified): Member | undefined => members.find(({ relation }) => relation === 'head');
