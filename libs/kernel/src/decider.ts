import type { Attribution } from './attribution.js';
import type { CalendarDate } from './calendar-date.js';
import type { EventOf } from './event-of.js';
import type { Inapplicable } from './refusal.js';
import type { EntryId, StreamName } from './text.js';

/** What a decision may know besides the history: who asks, for which day, which day it is, and which rules are in force on `effectiveOn`. */
export interface CommandContext extends Attribution {
  readonly today: CalendarDate;
  readonly standards: StandardValues;
  /** Whose history it is: the owner of what is sealed to a household. */
  readonly subject: StreamName;
  /** Other subjects that have what the command looked for, as far as the asker may know of them; absent where it looks for nothing. */
  readonly others?: readonly OtherSubject[] | undefined;
  /** Of what is decided again in an entry's place: all that the entry said, or was wanted to say, before; absent of whatever is decided first. */
  readonly saidBefore?: readonly EventOf[] | undefined;
  /** An id for what the command brings into being: the same name gives the same id when the command is repeated. */
  readonly newId: (name: string) => string;
}

/** Another subject, and what it has of that which a command looked for: the name under which it did. */
export interface OtherSubject {
  readonly id: string;
  readonly has: string;
}

/** The standards that a command declared that it needs, as they stood in its region on its `effectiveOn`; by name. */
export type StandardValues = Readonly<Record<string, unknown>>;

/** The rule behind one command: what follows from it, given what has happened; or it throws a Refusal. */
export type Decision<Command, State, Event extends EventOf> = (state: State, command: Command, context: CommandContext) => readonly Event[];

/** One line for each event: the state after it, or why it does not fit. Never throws. A missing line does not compile. */
export type Evolution<State, Event extends EventOf> = {
  readonly [E in Event as E['type']]: (state: State, data: E['data'], by: Attribution) => State | Inapplicable;
};

/** A part of a case that can be folded by itself: it knows its own events and nothing of its neighbours. */
export interface Chapter<State, Event extends EventOf> {
  readonly initial: State;
  readonly evolve: Evolution<State, Event>;
  /**
   * Events that count on every day, whatever day they state, and before all others: with them a subject comes on record, and what is
   * recorded of it afterwards may have taken effect long before.
   */
  readonly onEveryDay?: readonly Event['type'][];
}

export type Attributed<Event extends EventOf = EventOf> = Event & { readonly by: Attribution };

/** An event in its stream, as the log gives it back. */
export type Recorded<Event extends EventOf = EventOf> = Attributed<Event> & {
  readonly id: EntryId;
  /** Its number in its stream, from 1. */
  readonly revision: number;
  /** Its place in the whole log. */
  readonly position: number;
  readonly recordedAt: Date;
};

/** An entry that did not fit, and the rule that says why. */
export interface InapplicableEntry {
  readonly entry: EntryId;
  readonly why: Inapplicable;
}
