import type { CalendarDate } from './calendar-date.js';
import type { AccountId, Code, Digest, DocumentNumber, EntryId, HouseholdId, MemberId, PersonId, StreamName, UnitId } from './text.js';

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

/**
 * A member of a household, by ids and codes only: no post, no unit, no level. `proxy` says what the one was who acted for the member;
 * whose name that is stands in what the event says, sealed to the household. Source: procedures.md, K4.
 */
export interface Householder {
  readonly household: HouseholdId;
  readonly member: MemberId;
  readonly how: Code<'sign-method'>;
  readonly proxy?: Code<'proxy-kind'> | undefined;
}

/** Who decided or did it. */
export type Actor = Holder | Householder;

/** The post in which somebody acted; undefined of a householder, who has none. */
export const holderIn = (actor: Actor | undefined): Holder | undefined => (actor && 'person' in actor ? actor : undefined);

/** The member of a household who acted; undefined of an official. */
export const householderIn = (actor: Actor | undefined): Householder | undefined => (actor && 'member' in actor ? actor : undefined);

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
  readonly actedBy?: Actor | undefined;
  readonly recordedBy: Recorder;
  readonly authority?: Authority | undefined;
  readonly reads: readonly Read[];
  readonly correlationId?: EntryId | undefined;
  readonly causationId?: EntryId | undefined;
  readonly evidence: readonly Digest[];
  readonly breaches: readonly Breach[];
}

/** Who had a hand in an entry: who acted, an official or a householder, and who typed it in. What nobody may do twice is told by it. */
export interface Hands {
  readonly people: readonly (PersonId | MemberId)[];
  readonly accounts: readonly AccountId[];
  readonly units: readonly UnitId[];
}

export function handsIn({ actedBy, recordedBy }: Pick<Attribution, 'actedBy' | 'recordedBy'>): Hands {
  const recorder = 'account' in recordedBy ? recordedBy : undefined;
  const present = <T>(...some: readonly (T | undefined)[]): T[] => some.filter((one) => one !== undefined);
  return {
    people: present<PersonId | MemberId>(holderIn(actedBy)?.person, householderIn(actedBy)?.member, recorder?.person),
    accounts: present(recorder?.account),
    units: present(holderIn(actedBy)?.unit, recorder?.unit),
  };
}
