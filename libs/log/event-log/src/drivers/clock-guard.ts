import type { Commit, Entry, EventLog } from '../port/event-log.js';
import { logStream } from '../port/log-stream.js';
import { clockConfirmed } from '../port/log.events.js';
import { ClockSkewed } from '../port/errors.js';

/** Milliseconds by which the wall clock may part from the one that only counts on. */
const mostApart = 5 * 60_000;

/** Two clocks, in milliseconds: what the machine calls the time, and how long it has been running. Specs bring their own. */
export interface Clocks {
  readonly wall: () => number;
  readonly monotonic: () => number;
}
const ofTheMachine: Clocks = { wall: () => Date.now(), monotonic: () => performance.now() };

/**
 * Whether the time of day can be believed. While a server runs, its wall clock may not part from the monotonic one by more than five
 * minutes; when it starts, the clock may not stand before the last entry. Otherwise nothing is recorded until an administrator
 * confirms the time, which is an entry itself: every server of the log that refuses finds it and goes on.
 */
export class ClockGuard {
  private offset: number;
  private confirmations: number | undefined;
  private behind = false;

  constructor(
    private readonly log: Pick<EventLog, 'readStream'>,
    private readonly isBehind: () => Promise<boolean>,
    private readonly clocks: Clocks = ofTheMachine,
  ) {
    this.offset = clocks.wall() - clocks.monotonic();
  }

  /** @throws ClockSkewed while the time cannot be believed, nobody has confirmed it and these commits do not. */
  async require(commits: readonly Commit[]): Promise<void> {
    if (commits.every(confirmsClock)) return;
    if (this.confirmations === undefined) {
      this.confirmations = (await this.confirmed()).length;
      this.behind = await this.isBehind();
    }
    if (!this.behind && Math.abs(this.apart()) <= mostApart) return;
    const confirmations = (await this.confirmed()).length;
    if (confirmations === this.confirmations) throw new ClockSkewed(this.apart());
    this.confirmations = confirmations;
    this.offset = this.clocks.wall() - this.clocks.monotonic();
    this.behind = false;
  }

  private apart(): number {
    return Math.round(this.clocks.wall() - this.clocks.monotonic() - this.offset);
  }

  private async confirmed(): Promise<readonly Entry[]> {
    return (await this.log.readStream(logStream)).filter(({ type }) => type === clockConfirmed.type);
  }
}

/** What sets the clock right is recorded while it is not trusted. */
const confirmsClock = ({ stream, events }: Commit): boolean =>
  stream === logStream && events.every(({ type }) => type === clockConfirmed.type);
