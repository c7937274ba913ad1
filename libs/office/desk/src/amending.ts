import type { Chapter, CommandContext, Digest, EventOf, History, Recorded, Refusal, CalendarDate, Authority } from '@lookback/kernel';

/** What a command comes to: the events, the guards that a report or an approval broke, and the history with all of it in force. */
export interface Decided {
  readonly events: readonly EventOf[];
  readonly broken: readonly Refusal[];
  /** As the history would be; a proposal counts in it as approved. */
  readonly after: () => History;
}

/** What an entry should have been asked as: the command of its kind, as its form gives it. */
export interface WantedCommand {
  readonly command: object;
  readonly effectiveOn: CalendarDate;
  readonly authority?: Authority | null | undefined;
  readonly evidence?: readonly Digest[] | null | undefined;
}

/** What corrections and reports are decided on: the whole history, and how a command of it is decided again. */
export interface Amending {
  readonly subject: Chapter<unknown, EventOf>;
  readonly history: History;
  readonly context: CommandContext;
  readonly isGate: (event: EventOf) => boolean;
  /**
   * What an entry would say, had this been asked in its place: decided on the history before it, under its own ids and its own actor,
   * with guards collected. Throws Malformed, or a Refusal of a sense.
   */
  readonly again: (original: Recorded, wanted: WantedCommand) => Promise<{ readonly event: EventOf; readonly broken: readonly Refusal[] }>;
}

/** How a subject takes what is told late: `null` on a subject that takes neither reports nor corrections. Source: decisions.md, 1. */
export interface Amendable {
  /** The standards of today that a report reads; each has to be set. */
  readonly standards: readonly string[];
  /** Those that it reads where they are set. */
  readonly consults: readonly string[];
  /** What is recorded of something that is told late and waits for a second person. */
  readonly report: (event: EventOf, broken: readonly Refusal[], amending: Omit<Amending, 'again'>) => EventOf;
}

/** What a command would come to: its events, the guards that it would break, and the history without and with it in force. */
export interface Trial extends Omit<Decided, 'after'> {
  readonly before: History;
  readonly after: History;
}
