import type { Digest, RegionCode } from '@lookback/kernel';
import type {
  Attribute,
  CauseCode,
  DocumentKind,
  EthnicGroup,
  Health,
  HouseholdNumber,
  Labour,
  ListedStanding,
  NoNumberReason,
  PersonNumber,
  PupilStatus,
  Relation,
  Schooling,
  Workplace,
} from './identification.codes.js';

/** A document that shows who somebody is. */
export interface DocumentHeld {
  readonly kind: DocumentKind;
  readonly number: string;
}

/** One row of a list, normalised. */
export interface MemberListed {
  readonly number: PersonNumber;
  readonly relation: Relation;
  readonly name: string;
  /** Null where there is none: then a document stands for it, or the reason is said. */
  readonly citizenNumber: string | null;
  readonly document?: DocumentHeld | undefined;
  readonly withoutNumber?: NoNumberReason | undefined;
  readonly phone: string | null;
  readonly hamlet: string | null;
  readonly ethnicGroup: EthnicGroup | null;
  readonly schooling: Schooling | null;
  readonly pupil: PupilStatus | null;
  readonly health: Health | null;
  readonly labour: Labour | null;
  readonly work: { readonly place: Workplace | null; readonly months: number | null } | null;
  readonly seriousIllnessInsurance: boolean;
  readonly asWritten: Readonly<Record<string, string>> | null;
}

/** Takes a household over from a list: what its rows say, and where they stand. No route asks it. */
export class TakeOverHousehold {
  readonly source: { readonly file: Digest; readonly sheet: number; readonly row: number };
  readonly number: HouseholdNumber;
  readonly county: RegionCode;
  readonly township: RegionCode;
  readonly village: RegionCode;
  readonly standing: ListedStanding;
  readonly attribute: Attribute;
  readonly mainCause: CauseCode | null;
  readonly incomePerPersonFen: number;
  readonly dangerousHouse: boolean;
  readonly safeWater: boolean;
  readonly waterDifficulty: boolean;
  readonly members: readonly MemberListed[];

  static from(listed: TakeOverHousehold): TakeOverHousehold {
    return Object.assign(new TakeOverHousehold(), listed);
  }
}
