import type { CalendarDate, RegionCode, Sealed } from '@lookback/kernel';
import type { Attribute, CauseCode, Guarantee, HouseGrade, HouseholdNumber } from './identification.codes.js';
import type { OpeningBasis, Residence } from './opening.codes.js';
import type { IdentificationEvent, MemberSaid } from './identification.events.js';
import type { DataOf } from '@lookback/kernel';

/** A household as identification knows it; null where it is not on record. */
export type Identification = Identified | null;

export interface Identified {
  /** Under which the registry keeps it now; null until it has given one. */
  readonly number: HouseholdNumber | null;
  /** All that it has had, each with the days from which and up to which it held. */
  readonly numbers: readonly NumberHeld[];
  /** What brought it on record, where no list did. */
  readonly basis: OpeningBasis | null;
  readonly residence: Residence | null;
  readonly hamlet: Sealed<string> | null;
  readonly county: RegionCode;
  readonly township: RegionCode;
  readonly village: RegionCode;
  /** Null until the register has one. */
  readonly attribute: Attribute | null;
  /** Codes of the list that was in force on `since`, the day of which they were said. */
  readonly causes: { readonly main: CauseCode | null; readonly others: readonly CauseCode[]; readonly since: CalendarDate };
  readonly members: readonly Member[];
  /** Null while none is on record. */
  readonly income: Income | null;
  readonly guarantees: Readonly<Partial<Record<Guarantee, GuaranteeState>>>;
  readonly living: DataOf<IdentificationEvent, 'LivingConditionsSurveyed'> | null;
  /** The date of the list that it came with: procedure before that is unknown. */
  readonly takenOverOn: CalendarDate | null;
}

/** A number's time: from the first day on; up to, but not on, the day on which another took its place, null while it holds. */
export interface NumberHeld {
  readonly number: HouseholdNumber;
  readonly from: CalendarDate;
  readonly to: CalendarDate | null;
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
