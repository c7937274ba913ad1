import { setTimeout as pause } from 'node:timers/promises';
import { Client, type Pool } from 'pg';

/** Milliseconds: how long a lost ring may delay a follower, how long to wait before listening anew, and between two calls to others. */
const patience = { ring: 2_000, listen: 500, call: 20 } as const;
const channel = 'lookback_log';

/** Rings when the log has grown: at once for this process, by NOTIFY for others; and now and then anyway, as a ring may be lost. */
export class Bell {
  private rung = 0;
  private readonly waiting = new Set<() => void>();
  private hearers = 0;
  private ear: Client | undefined;
  private calling: Promise<void> | undefined;
  private again = false;

  constructor(private readonly pool: Pool) {}

  /** To be taken before looking at the log: `since` then misses no ring that came after. */
  get rings(): number {
    return this.rung;
  }

  ring(): void {
    this.rung++;
    for (const wake of this.waiting) wake();
  }

  /** Rings here and, where appending itself does not, in other processes: one NOTIFY for all that comes in a moment. */
  call(): void {
    this.ring();
    this.again = true;
    this.calling ??= this.notify().finally(() => (this.calling = undefined));
  }

  private async notify(): Promise<void> {
    while (this.again) {
      this.again = false;
      await this.pool.query('SELECT pg_notify($1, $2)', [channel, '']).catch(() => undefined); // who misses it looks by himself
      await pause(patience.call);
    }
  }

  /** Comes back when the bell has rung since then, or after a while. */
  async since(rings: number): Promise<void> {
    if (this.rung !== rings) return;
    const late = new AbortController();
    const woken = new Promise<void>((wake) => {
      this.waiting.add(wake);
      late.signal.addEventListener('abort', () => this.waiting.delete(wake));
    });
    await Promise.race([woken, pause(patience.ring, undefined, { signal: late.signal }).catch(() => undefined)]);
    late.abort();
  }

  /** One more who wants to hear what other processes append; the first opens a connection for it, the last closes it. */
  join(): void {
    if (++this.hearers === 1) void this.listen();
  }

  leave(): void {
    if (--this.hearers === 0) void this.ear?.end();
  }

  private async listen(): Promise<void> {
    while (this.hearers > 0 && !this.ear) {
      const ear = (this.ear = this.newEar());
      const ended = new Promise<void>((end) => ear.once('end', end));
      ear.on('notification', () => { this.ring(); }); // prettier-ignore
      await ear
        .connect()
        .then(
          () => ear.query(`LISTEN ${channel}`),
          () => ear.end(),
        )
        .catch(() => ear.end());
      this.ring();
      await ended;
      this.ear = undefined;
      if (this.hearers > 0) await pause(patience.listen);
    }
  }

  private newEar(): Client {
    const { Client: Ours = Client } = this.pool.options as unknown as { Client?: typeof Client };
    const ear = new Ours(this.pool.options);
    ear.on('error', () => undefined);
    return ear;
  }
}
