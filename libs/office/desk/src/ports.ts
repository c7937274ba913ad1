import type {
  CalendarDate,
  Digest,
  Holder,
  HouseholdId,
  MemberId,
  OtherSubject,
  PersonId,
  Read,
  Refusal,
  RegionCode,
  StreamName,
  InBoth,
  WordList,
} from '@lookback/kernel';
import type { Principal, Scope } from './principal.js';
import type { LookedFor } from './route.js';

/** What time it is, and which day in the county. */
export abstract class Clock {
  abstract now(): Date;
  abstract today(): CalendarDate;
}

/** A post that somebody held on a day, and where. */
export interface HeldPost {
  readonly holder: Holder;
  /** Where its unit works. */
  readonly region: RegionCode;
  readonly read: Read;
}

/** Which posts and units people held, and where. Filled by the registry. */
export abstract class Posts {
  abstract held(person: PersonId, on: CalendarDate): Promise<HeldPost | null>;
  /** Where a person's posts lie, as known now; where none is held, where the person serves; null where nobody of this id is on record. */
  abstract regionsOf(person: PersonId): Promise<readonly RegionCode[] | null>;
  /** Where an official or a public body is on record, and with which units, as known now; null where nobody registered it. */
  abstract placeOf(kind: NamedKind, id: string): Promise<Scope | null>;
}

/** A household to which a member belonged on a day, and where it lies. */
export interface Membership {
  readonly region: RegionCode;
  readonly read: Read;
}

/** Who was of which household. Filled by the households. */
export abstract class Memberships {
  /** Null where the member was not of the household on that day, or there is no such household. */
  abstract on(day: CalendarDate, household: HouseholdId, member: MemberId): Promise<Membership | null>;
}

/** Who and what entries name by id. */
export type NamedKind = 'person' | 'unit';

/** Refusals in words, with what their facts name, as far as who asks may know of it. Filled by the queries. */
export abstract class RefusalWords {
  abstract said(refusal: Pick<Refusal, 'rule' | 'facts' | 'wording'>, who: Principal): Promise<InBoth>;
}

/** Which rules were in force in a region on a day. Filled by the standards. */
export abstract class StandardsInForce {
  /** The value of the nearest region that has one, with every stream that was asked; null where none has. */
  abstract inForce(
    standard: string,
    region: RegionCode,
    on: CalendarDate,
  ): Promise<{ readonly value: unknown; readonly reads: readonly Read[] } | null>;

  /** The same as it was read before: of the streams that were asked then, as far as they had come, whatever was set since. */
  abstract asRead(
    standard: string,
    reads: readonly Read[],
    on: CalendarDate,
  ): Promise<{ readonly value: unknown; readonly reads: readonly Read[] } | null>;
}

/** A line of a list: a code, and its words. */
export interface ListLine extends InBoth {
  readonly code: string;
}

/** The lists of codes that dated standards hold. Filled by the standards. */
export abstract class CodeLists {
  /** The list that rules in a region on a day, with the region that set it and its first day; null where nobody has set one. */
  abstract on(list: WordList, region: RegionCode, day: CalendarDate): Promise<ListHeld | null>;
}

export interface ListHeld {
  readonly setIn: RegionCode;
  readonly since: CalendarDate;
  readonly lines: readonly ListLine[];
}

/** The photos and papers that were uploaded beforehand. Filled by the attachments. */
export abstract class Evidence {
  /** Those of some digests that nobody uploaded for a subject; the others stay for as long as the command takes. */
  abstract missing(subject: StreamName, digests: readonly Digest[]): Promise<readonly Digest[]>;
}

/** Which other subjects have something. Filled by the read models, which may be behind the log: of what is recorded at the same moment it does not know. */
export abstract class OtherSubjects {
  /** Those of the kind of a subject, without itself, that have one of some values; only those of which the account that asks may know, if one does. */
  abstract find(subject: StreamName, looked: LookedFor, who: Principal | null): Promise<readonly OtherSubject[]>;
}

/** Waits until the read models have what was recorded. Filled by the projector. */
export abstract class Projected {
  abstract reached(position: number): Promise<void>;
}
