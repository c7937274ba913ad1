import type { CalendarDate } from './calendar-date.js';
import type { AccountId, Code, Digest, DocumentNumber, EntryId, PersonId, StreamName, UnitId } from './text.js';

/** How a statement came to be: done in the system now, told later of what happened outside, or taken from an older list. */
export const modes = ['act', 'report', 'takeover'] as const;
export type Mode = (typeof modes)[number];

/** From the village up. A second person "of the level above" is told by it. */
export const levels = ['village', 'township', 'county', 'city', 'province', 'nation'] as const;
export type Level = (typeof levels)[number];

/** A person with the post and unit held on the day in question. */
export interface Holder {
  readonly person: PersonId;
  readonly post: Code<'post'>;
  readonly unit: UnitId;
  readonly level: Level;
}

/** Who typed it in: an account with its person, an outside channel, or a process of the system. */
export type Recorder =
  | ({ readonly account: AccountId } & Partial<Holder>)
  | { readonly channel: Code<'channel'> }
  | { readonly process: 'setup' | 'clock' | 'reactor' };

/** The document, meeting or rule that a statement rests on, and on whose behalf. */
export interface Authority {
  readonly kind: 'document' | 'meeting' | 'rule';
  readonly number: DocumentNumber;
  readonly date?: CalendarDate | undefined;
  readonly onBehalfOf?: UnitId | undefined;
}

/** Something else that the decision read: its stream, and how far that had come. */
export interface Read {
  readonly stream: StreamName;
  readonly revision: number;
}

/** The three duties that nobody may leave open: 责任领导, 责任单位, 责任人. */
export interface Duties {
  readonly leader: PersonId;
  readonly unit: UnitId;
  readonly staff: PersonId;
}

/** What a broken rule states of the case: never words, as a breach stands in the envelope. */
export type BreachFact = Code | CalendarDate | number | boolean | readonly BreachFact[];

/** A guard that a report or an approval broke, with its facts: codes, dates and numbers only. */
export interface Breach {
  readonly rule: Code<'rule'>;
  readonly facts: Readonly<Record<string, BreachFact>>;
}

/** Who says it, on what authority, and from which day in the world. Source: domain.md, section 2. */
export interface Attribution {
  readonly effectiveOn: CalendarDate;
  readonly mode: Mode;
  /** Who decided or did it; absent for processes and takeovers. */
  readonly actedBy?: Holder | undefined;
  readonly recordedBy: Recorder;
  readonly authority?: Authority | undefined;
  readonly reads: readonly Read[];
  readonly responsible?: Duties | undefined;
  readonly correlationId?: EntryId | undefined;
  readonly causationId?: EntryId | undefined;
  readonly evidence: readonly Digest[];
  readonly breaches: readonly Breach[];
}
