import type { StreamName } from '@lookback/kernel';
import { type CommandKey, LogAway, StreamMoved } from './event-log.js';

/** The stream has moved by this very key, but the command then said something else: it cannot be answered as the one asked now. */
export class KeyReused extends StreamMoved {
  constructor(
    stream: StreamName,
    expected: number,
    actual: number,
    readonly key: CommandKey,
  ) {
    super(stream, expected, actual);
    this.message = `the key ${key} already stands in ${stream} for a command that said something else`;
  }
}

/** An entry that no server of ours wrote as it stands: somebody reached the store past the log. */
export class EntryForged extends Error {
  override readonly name = 'EntryForged';
  constructor(
    readonly stream: StreamName,
    readonly revision: number,
    readonly position: number,
  ) {
    super(
      `entry ${String(revision)} of ${stream}, at position ${String(position)}, does not carry the server's MAC: it was changed or forged`,
    );
  }
}

/** An entry that ought to be there is not. */
export class LogBroken extends Error {
  override readonly name = 'LogBroken';
}

/** A commit that the log cannot take as it is; asking again will not help. */
export class CommitUnfit extends Error {
  override readonly name = 'CommitUnfit';
}

/** The time of day cannot be believed: nothing is recorded until an administrator confirms it. */
export class ClockParted extends LogAway {
  override readonly name = 'ClockParted';
  constructor(
    /** By how much the wall clock went on, beyond the time that passed; near 0 where it stands before the last entry. */
    readonly apartMs: number,
  ) {
    super(`the clock cannot be believed: it parted by ${String(apartMs)} ms, or stands before the last entry`);
  }
}
