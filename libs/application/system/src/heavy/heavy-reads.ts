import type { Database } from '@lookback/log/database';
import { AsyncLocalStorage } from 'node:async_hooks';
import { Readable } from 'node:stream';
import { HeavyRead } from './heavy-read.js';
import { HeavyPlaces } from './places.js';

/** Most heavy reads of an account at once. */
const ownAtOnce = 2;
/** Milliseconds that a read waits for a place where none is free. */
const patience = 3_000;

/**
 * Reads that go through a whole county: few at once, on connections of their own, each for a while at most. So however many are asked, who
 * opens a household or records a visit finds a connection. What is asked of the read models within one goes over its connection, all else
 * as ever.
 */
export class HeavyReads {
  private readonly current = new AsyncLocalStorage<HeavyRead>();
  private readonly places: HeavyPlaces;

  constructor(private readonly database: Pick<Database, 'pool' | 'readModels' | 'heavyReads'>) {
    this.places = new HeavyPlaces({ own: ownAtOnce, all: database.heavyReads.options.max }, patience);
  }

  /** Asks the read models. @throws ReaderLeft, a Refusal `reads.too-long` */
  query<Rows>(sql: string, values?: unknown[]): Promise<Rows> {
    const read = this.current.getStore();
    return read ? read.query(sql, values) : this.database.readModels.query(sql, values);
  }

  /**
   * Does something as a heavy read, once there is a place for it. It is over, and its place free, when it is done and its reader has left,
   * having all of it or not.
   * @throws a Refusal `reads.own-at-once` or `reads.all-at-once`, ReaderLeft
   */
  async within<Made>(account: string, left: AbortSignal, doing: (over: AbortSignal) => Promise<Made>): Promise<Made> {
    const free = await this.places.take(account, left);
    const read = new HeavyRead(this.database, left);
    const made = this.current.run(read, () => doing(read.over));
    const gone = new Promise((settle) => { if (left.aborted) settle(true); else left.addEventListener('abort', settle); }); // prettier-ignore
    void Promise.allSettled([made, gone])
      .then(() => read.end())
      .finally(free);
    return made;
  }

  /** What is written within the read in hand, as a stream; settles when its first bytes are there, so that what fails before can be answered. */
  static async written(bytes: AsyncGenerator<Uint8Array>): Promise<Readable> {
    const inHand = AsyncLocalStorage.snapshot(); // the consumer of the bytes is not within the read
    const first = await bytes.next();
    const all = async function* () {
      for (let next = first; !next.done; next = await inHand(() => bytes.next())) yield next.value;
    };
    return Readable.from(all(), { objectMode: false });
  }
}
