import { setTimeout as pause } from 'node:timers/promises';
import { Client, type Pool } from 'pg';

/** Milliseconds: how long a lost notification may delay a subscription, how long to wait before listening anew, and between two calls to others. */
const pollIntervalMs = { notification: 2_000, listen: 500, publish: 20 } as const;
const channel = 'lookback_log';

/** Tells when the log has grown: at once in this process, by NOTIFY in others; and now and then anyway, as a notification may be lost. */
export class LogNotifier {
  private notified = 0;
  private unoffered = 0;
  /** The connections of this process: what is appended over them it tells itself. */
  private readonly own = new Set<number>();
  private readonly waiting = new Set<() => void>();
  private listeners = 0;
  private listener: Client | undefined;
  private publishing: Promise<void> | undefined;
  private again = false;

  constructor(private readonly pool: Pool) {
    pool.on('connect', (client) => this.own.add(backendOf(client))).on('remove', (client) => this.own.delete(backendOf(client)));
  }

  /** To be taken before looking at the log: `since` then misses no notification that came after. */
  get notifications(): number {
    return this.notified;
  }

  /** Of these, how many tell of what may stand in the log alone: a look since the last has missed nothing but what was offered. */
  get looksNeeded(): number {
    return this.unoffered;
  }

  notify(): void {
    this.unoffered++;
    this.notifyOffered();
  }

  /** All that was appended was offered to the followers in this process. */
  notifyOffered(): void {
    this.notified++;
    for (const wake of this.waiting) wake();
  }

  /** Notifies here and, where appending itself does not, in other processes: one NOTIFY for all that comes in a moment. */
  notifyAll(): void {
    this.notify();
    this.again = true;
    this.publishing ??= this.publish().finally(() => (this.publishing = undefined));
  }

  private async publish(): Promise<void> {
    while (this.again) {
      this.again = false;
      await this.pool.query('SELECT pg_notify($1, $2)', [channel, '']).catch(() => undefined); // a process that misses it polls
      await pause(pollIntervalMs.publish);
    }
  }

  /** Settles when the log has grown since then, or after a while. */
  async since(notifications: number): Promise<void> {
    if (this.notified !== notifications) return;
    await new Promise<void>((done) => {
      const wake = () => {
        clearTimeout(poll);
        this.waiting.delete(wake);
        done();
      };
      const poll = setTimeout(() => {
        this.unoffered++;
        wake();
      }, pollIntervalMs.notification);
      this.waiting.add(wake);
    });
  }

  /** One more listener to what other processes append; the first opens a connection for it, the last closes it. */
  join(): void {
    if (++this.listeners === 1) void this.listen();
  }

  leave(): void {
    if (--this.listeners === 0) void this.listener?.end();
  }

  private async listen(): Promise<void> {
    while (this.listeners > 0 && !this.listener) {
      const client = (this.listener = this.newListener());
      const ended = new Promise<void>((end) => client.once('end', end));
      client.on('notification', ({ processId }) => {
        if (!this.own.has(processId)) this.notify();
      });
      await client
        .connect()
        .then(
          () => client.query(`LISTEN ${channel}`),
          () => client.end(),
        )
        .catch(() => client.end());
      this.notify();
      await ended;
      this.listener = undefined;
      if (this.listeners > 0) await pause(pollIntervalMs.listen);
    }
  }

  private newListener(): Client {
    const { Client: Ours = Client } = this.pool.options as unknown as { Client?: typeof Client };
    const client = new Ours(this.pool.options);
    client.on('error', () => undefined);
    return client;
  }
}

/** pg knows it and does not type it. */
const backendOf = (client: object): number => (client as { readonly processID: number }).processID;
