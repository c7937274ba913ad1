import { setTimeout as pause } from 'node:timers/promises';
import { type Client, DatabaseError } from 'pg';
import { type Address, clientsOf } from '../address.js';
import { DatabaseUnavailable } from '../errors.js';
import { application, type Cluster, clusterIn, owner } from './cluster.js';
import { portOf, start, stop } from './postmaster.js';

/** The advisory lock that everyone holds shared while joined, in the database `postgres`. */
const presenceLock = 4_260_001;

/** Milliseconds: how long a first join tries, the longest pause between tries, and after how long a server counts as steady. */
const joinLimit = 60_000;
const longestPause = 2_000;
const steadyAfter = 10_000;

/**
 * A PostgreSQL of our own under a folder. The first process starts it, later ones join, the last one out stops it.
 * While somebody is joined it comes back by itself: the first to notice starts it, the others join again.
 */
export class EmbeddedPostgres {
  #port = 0;
  #presence: Client | undefined;
  #enteredAt = 0;
  #pause = 0;
  #returning: Promise<void> = Promise.resolve();
  #left: Promise<void> | undefined;
  readonly #leaving = new AbortController();

  private constructor(private readonly cluster: Cluster) {}

  /**
   * Joins the server under `<home>/postgres`, starting or making it first where needed.
   * @throws DatabaseUnavailable when it did not come up within a minute, UnsupportedDatabase when the folder holds something else.
   */
  static async join(home: string): Promise<EmbeddedPostgres> {
    const server = new EmbeddedPostgres(await clusterIn(home));
    await server.#enter(Date.now() + joinLimit);
    return server;
  }

  /** The port of now; it changes only when another program took it while the server was down. */
  get port(): number {
    return this.#port;
  }

  /** The superuser of this cluster, for migrations. */
  owner(database: string): Address {
    return this.#as(owner, database);
  }

  /** The role of the application, made when a database is first opened. */
  application(database: string): Address {
    return this.#as(application, database);
  }

  /** Leaves, and stops the server if nobody else is joined. May be called again; the answer is the same. */
  leave(): Promise<void> {
    return (this.#left ??= this.#depart());
  }

  #as(user: typeof owner | typeof application, database: string): Address {
    const password = this.cluster.passwords[user];
    return () => ({ host: '127.0.0.1', port: this.#port, user, password, database, ssl: false });
  }

  async #enter(until: number): Promise<void> {
    for (;;) {
      if (this.#pause) await pause(this.#pause, undefined, { signal: this.#leaving.signal });
      this.#pause = Math.min(this.#pause * 2 || 25, longestPause);
      try {
        await this.#arrive();
        return;
      } catch (error) {
        // It lost a race, or the server is being stopped: all of it passes, or the limit is reached. Crash recovery has no limit.
        if (Date.now() > until && !isRecovering(error)) throw notUp(this.cluster.root, error);
      }
    }
  }

  async #arrive(): Promise<void> {
    this.#port = (await portOf(this.cluster)) ?? (await start(this.cluster));
    const presence = new (clientsOf(this.owner('postgres'), { application_name: 'lookback presence', connectionTimeoutMillis: 10_000 }))();
    try {
      await presence.connect();
      // Waits while the last one out stops the server, and fails with it.
      await presence.query('SELECT pg_advisory_lock_shared($1)', [presenceLock]);
    } catch (error) {
      await presence.end().catch(() => undefined);
      throw error;
    }
    presence.once('end', () => {
      this.#comeBack();
    });
    this.#presence = presence;
    this.#enteredAt = Date.now();
  }

  #comeBack(): void {
    if (this.#leaving.signal.aborted) return;
    if (Date.now() - this.#enteredAt > steadyAfter) this.#pause = 0;
    this.#returning = this.#enter(Infinity).catch(() => undefined);
  }

  async #depart(): Promise<void> {
    this.#leaving.abort();
    await this.#returning;
    if (await this.#isAlone()) await this.#stop();
    await this.#presence?.end().catch(() => undefined);
  }

  async #stop(): Promise<void> {
    try {
      await stop(this.cluster);
    } catch (error) {
      if (await portOf(this.cluster)) throw error; // Otherwise it died under our hands.
    }
  }

  /** Gives up our presence; the exclusive lock then keeps joiners waiting until the stopped server turns them away to start it anew. */
  async #isAlone(): Promise<boolean> {
    try {
      await this.#presence?.query('SELECT pg_advisory_unlock_shared($1)', [presenceLock]);
      const answer = await this.#presence?.query<{ alone: boolean }>('SELECT pg_try_advisory_lock($1) AS alone', [presenceLock]);
      return answer?.rows[0]?.alone ?? false;
    } catch {
      return false; // The server is gone already.
    }
  }
}

const isRecovering = (error: unknown) => error instanceof DatabaseError && error.code === '57P03';

const notUp = (root: string, error: unknown) => {
  const why = error instanceof Error ? error.message : String(error);
  return new DatabaseUnavailable('LOOKBACK_DATA', {
    en: `The embedded PostgreSQL in ${root} did not start (${why}). Its own account is in server.log there. Or set LOOKBACK_DATABASE_URL.`,
    zh: `${root} 中的内置 PostgreSQL 未能启动(${why})。详情见该文件夹中的 server.log;也可改设 LOOKBACK_DATABASE_URL。`,
  });
};
