import type { InBoth, StreamName } from '@lookback/kernel';
import type { EventLog } from '@lookback/log/event-log';
import { withLeaderLock } from '@lookback/log/runtime';
import type { Pool } from 'pg';
import { setTimeout as delay } from 'node:timers/promises';
import { reasonOf, type Submit } from './answering.js';
import { Pass } from './pass.js';
import type { Reaction } from './reaction.js';
import { ReactionStore, type StuckReaction } from './reactions.store.js';

const leaderLock = 4_260_019;
/** Milliseconds between two looks at the log. */
const pollIntervalMs = 250;
/** Milliseconds before it is tried again where the log or the database was away: at first, and at most. */
const [firstWait, longestWait] = [100, 5_000];

export type ReactorCondition = 'stopped' | 'following' | 'standing by' | 'away';

export interface ReactorDependencies<Command> {
  readonly log: EventLog;
  /** Tells the log from any other that this database may have followed. */
  readonly origin: string;
  readonly pool: Pool;
  readonly reactions: readonly Reaction<Command>[];
  readonly submit: Submit<Command>;
}

/** Told of each change of condition; `error` is a class, never a message. */
type OnCondition = (condition: ReactorCondition, error?: string) => void;

export interface ReactionStatus {
  readonly reaction: string;
  readonly called: InBoth;
  readonly position: number;
  /** How many entries of the log it has not looked at. */
  readonly lag: number;
  readonly stuck: readonly StuckReaction[];
}

/**
 * Has the commands asked that follow from what is recorded, each exactly once: by keys that the entry heard gives, so that whatever a kill
 * leaves half done is asked again and found. One process at a time does it; the next takes over.
 */
export class Reactor<Command> {
  private readonly store: ReactionStore;
  private stopping = new AbortController();
  private running: Promise<void> | undefined;
  private now: ReactorCondition = 'stopped';
  private onCondition: OnCondition | undefined;

  /** @throws Error where two reactions bear one name. */
  constructor(private readonly parts: ReactorDependencies<Command>) {
    const names = parts.reactions.map(({ name }) => name);
    const twice = names.find((name, i) => names.indexOf(name) !== i);
    if (twice !== undefined) throw new Error(`two reactions are called ${twice}`);
    this.store = new ReactionStore(parts.pool, parts.origin);
  }

  get condition(): ReactorCondition {
    return this.now;
  }

  start(onCondition?: OnCondition): void {
    if (this.running) throw new Error('the reactor runs already');
    this.onCondition = onCondition;
    this.stopping = new AbortController();
    this.running = this.run(this.stopping.signal);
  }

  /** Settles when the answer in hand is recorded. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
    this.running = undefined;
    this.become('stopped');
  }

  /**
   * Settles when all up to a position is answered or stuck: by the reactor that leads, or by this one where none does.
   * Rejects where the log or the database is away.
   */
  async settle(position: number): Promise<void> {
    const settled = new AbortController();
    const onStandingBy = async () => {
      if ((await this.reached()) >= position) settled.abort();
    };
    await this.leading({ signal: settled.signal, onStandingBy }, async (pass, lost) => {
      while (pass.position < position && !lost.aborted) await pass.hear(lost);
      if (pass.position < position) await this.settle(position);
    });
  }

  /** As the database has it, whichever process leads; rejects where it or the log is away. */
  async status(): Promise<ReactionStatus[]> {
    const [head, positions, stuck] = await Promise.all([this.parts.log.head(), this.store.positions(), this.store.stuck()]);
    return this.parts.reactions.map(({ name, called }) => {
      const position = positions.get(name) ?? 0;
      const lag = Math.max(0, head - position);
      return { reaction: name, called, position, lag, stuck: stuck.filter(({ reaction }) => reaction === name) };
    });
  }

  /** Has what is stuck tried again, by whichever process leads. Gives the stream of each. */
  retryStuck(): Promise<StreamName[]> {
    return this.store.askRetry();
  }

  private async reached(): Promise<number> {
    const positions = await this.store.positions();
    return Math.min(...this.parts.reactions.map(({ name }) => positions.get(name) ?? 0));
  }

  private async run(signal: AbortSignal): Promise<void> {
    let wait = firstWait;
    while (!signal.aborted)
      try {
        const onStandingBy = () => { this.become('standing by'); }; // prettier-ignore
        await this.leading({ signal, onStandingBy }, async (pass, lost) => {
          await pass.retry('all'); // what another release could not answer this one may
          while (!lost.aborted) {
            await pass.hear(lost);
            await pass.retry('asked');
            this.become('following');
            wait = firstWait;
            await delay(pollIntervalMs, undefined, { signal: lost }).catch(() => undefined);
          }
        });
      } catch (error) {
        this.become('away', reasonOf(error));
        await delay(wait, undefined, { signal }).catch(() => undefined);
        wait = Math.min(2 * wait, longestWait);
      }
  }

  private async leading(waiting: Waiting, doing: (pass: Pass<Command>, lost: AbortSignal) => Promise<void>): Promise<void> {
    const client = await this.parts.pool.connect();
    try {
      await withLeaderLock(client, { lock: leaderLock, ...waiting }, async (lockLost) => {
        const pass = await Pass.begin({ ...this.parts, store: this.store });
        await doing(pass, AbortSignal.any([waiting.signal, lockLost]));
      });
    } finally {
      client.release(true);
    }
  }

  private become(condition: ReactorCondition, error?: string): void {
    if (condition === this.now) return;
    this.now = condition;
    this.onCondition?.(condition, error);
  }
}

interface Waiting {
  readonly signal: AbortSignal;
  readonly onStandingBy: () => unknown;
}
