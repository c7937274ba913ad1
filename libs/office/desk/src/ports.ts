import type { CalendarDate, Digest, Holder, PersonId, Read, RegionCode, StreamName } from '@lookback/kernel';

/** What time it is, and which day in the county. */
export abstract class Clock {
  abstract now(): Date;
  abstract today(): CalendarDate;
}

/** Which post and unit a person held on a day. Filled by the registry. */
export abstract class Posts {
  abstract held(person: PersonId, on: CalendarDate): Promise<{ readonly holder: Holder; readonly read: Read } | null>;
}

/** Which rules were in force in a region on a day. Filled by the standards. */
export abstract class StandardsInForce {
  /** The value of the nearest region that has one, with every stream that was asked; null where none has. */
  abstract inForce(
    standard: string,
    region: RegionCode,
    on: CalendarDate,
  ): Promise<{ readonly value: unknown; readonly reads: readonly Read[] } | null>;
}

/** The photos and papers that were uploaded beforehand. Filled by the attachments. */
export abstract class Evidence {
  /** Those of some digests that nobody uploaded for a subject; the others stay for as long as the command takes. */
  abstract missing(subject: StreamName, digests: readonly Digest[]): Promise<readonly Digest[]>;
}

/** Waits until the read models have what was recorded. Filled by the projector. */
export abstract class Projected {
  abstract reached(position: number): Promise<void>;
}
