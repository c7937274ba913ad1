import type { CalendarDate, InBoth, Resolved, StreamName } from '@lookback/kernel';

/** An entry that counts, and its stream. A report is heard when it is confirmed, under its own type. */
export type Heard = Resolved & { readonly stream: StreamName };

/** One command that follows from what was heard. */
export interface Answer<Command> {
  /** Which of the commands that follow from one entry it is: with the entry's id it makes the command's key. */
  readonly name: string;
  readonly command: Command;
  readonly effectiveOn: CalendarDate;
  /** The rule whose refusal says that it is so already. */
  readonly settledBy?: string;
}

/** What one part of the house does when it hears of something that another part recorded. */
export interface Reaction<Command> {
  /** Under which its checkpoint stands and its keys are made: final. */
  readonly name: string;
  /** What operators read. */
  readonly called: InBoth;
  /** The types of events that it hears. */
  readonly hears: readonly string[];
  /** The commands that follow, in order. Pure: the same entry gives the same commands, however often it is heard. */
  readonly answers: (heard: Heard) => readonly Answer<Command>[];
}
