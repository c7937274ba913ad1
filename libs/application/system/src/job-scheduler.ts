import { withLeaderLock } from '@lookback/log/runtime';
import type { Pool } from 'pg';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import type { DailyJob } from './daily-job.js';

const turnLock = 4_260_017;

/** Milliseconds before it is tried again, where the database was away. */
const backOff = 2_000;

/**
 * The clock's role: what is done daily is done by one process at a time, and the next takes over when that one ends. Where both should
 * do it for a moment, as one did not yet hear that it lost its turn, each step is still recorded once: its key says which it is.
 */
export class JobScheduler {
  private stopping = new AbortController();
  private running: Promise<void> | undefined;

  constructor(
    private readonly pool: Pool,
    private readonly daily: Readonly<Record<string, DailyJob>>,
    private readonly say: (line: string) => void,
  ) {}

  start(): void {
    this.stopping = new AbortController();
    this.running = this.run(this.stopping.signal);
  }

  /** Settles when what is in hand is done. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  private async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await this.takeTurn(signal).catch((error: unknown) => {
        this.say(`clock: away (${error instanceof Error ? error.name : typeof error})`);
      });
      await delay(backOff, undefined, { signal }).catch(() => undefined);
    }
  }

  private async takeTurn(signal: AbortSignal): Promise<void> {
    const client = await this.pool.connect();
    let logged = false;
    const onStandingBy = () => {
      if (!logged) this.say('clock: standing by');
      logged = true;
    };
    try {
      await withLeaderLock(client, { lock: turnLock, signal, onStandingBy }, (turnLost) => this.tick(AbortSignal.any([signal, turnLost])));
    } finally {
      client.release(true);
    }
  }

  private async tick(over: AbortSignal): Promise<void> {
    this.say('clock: ticking');
    const daily = Object.entries(this.daily);
    for (const [name, one] of daily) one.start((error) => { this.say(`${name}: ${error}; trying again`); }); // prettier-ignore
    if (!over.aborted) await once(over, 'abort');
    await Promise.all(daily.map(([, one]) => one.stop()));
  }
}
