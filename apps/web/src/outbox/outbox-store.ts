import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Problem } from '../api/problem.js';
import { newKey, seal, type Sealed, unseal } from './sealing.js';

/** Whom a round of visits leads to. */
export interface Household {
  readonly id: string;
  readonly number: string;
  readonly head: string;
}

/** A visit as it was written down. */
export interface Noted {
  readonly household: Household;
  readonly command: object;
  readonly effectiveOn: string;
}

/** Where a visit stands. It is asked under its own key for ever, so that it is recorded once. */
export type Standing =
  | { readonly state: 'waiting' }
  | { readonly state: 'sent'; readonly position: number }
  | { readonly state: 'refused'; readonly problem: Problem };

interface Kept {
  readonly key: string;
  readonly account: string;
  readonly at: number;
  readonly standing: Standing;
  readonly sealed: Sealed;
}

export interface Visit extends Noted {
  readonly key: string;
  readonly at: number;
  readonly standing: Standing;
}

interface Shape extends DBSchema {
  keys: { key: string; value: CryptoKey };
  households: {
    key: string;
    value: { readonly id: string; readonly account: string; readonly sealed: Sealed };
    indexes: { account: string };
  };
  visits: { key: string; value: Kept; indexes: { account: string } };
}

/** What one account has with it on this device: households to visit, and visits that wait, were sent, or were refused. */
export class OutboxStore {
  private constructor(
    private readonly database: IDBPDatabase<Shape>,
    private readonly account: string,
    private readonly secret: CryptoKey,
  ) {}

  static async open(account: string): Promise<OutboxStore> {
    const database = await openDB<Shape>('lookback-outbox', 1, {
      upgrade(made) {
        made.createObjectStore('keys');
        made.createObjectStore('households', { keyPath: 'id' }).createIndex('account', 'account');
        made.createObjectStore('visits', { keyPath: 'key' }).createIndex('account', 'account');
      },
    });
    return new OutboxStore(database, account, await keyOf(database, account));
  }

  async households(): Promise<Household[]> {
    const kept = await this.database.getAllFromIndex('households', 'account', this.account);
    return Promise.all(kept.map(({ id, sealed }) => unseal<Household>(this.secret, id, sealed)));
  }

  async takeAlong(household: Household): Promise<void> {
    const id = `${this.account} ${household.id}`;
    await this.database.put('households', { id, account: this.account, sealed: await seal(this.secret, id, household) });
  }

  async leaveBehind({ id }: Household): Promise<void> {
    await this.database.delete('households', `${this.account} ${id}`);
  }

  async visits(): Promise<Visit[]> {
    const kept = await this.database.getAllFromIndex('visits', 'account', this.account);
    const opened = kept.map(async ({ key, at, standing, sealed }) => ({
      ...(await unseal<Noted>(this.secret, key, sealed)),
      key,
      at,
      standing,
    }));
    return (await Promise.all(opened)).sort((a, b) => b.at - a.at);
  }

  /** Writes a visit down, or writes it anew under the key that it has. */
  async write(noted: Noted, key: string = crypto.randomUUID()): Promise<void> {
    const sealed = await seal(this.secret, key, noted);
    await this.database.put('visits', { key, account: this.account, at: Date.now(), standing: { state: 'waiting' }, sealed });
  }

  async stands(key: string, standing: Standing): Promise<void> {
    const kept = await this.database.get('visits', key);
    if (kept) await this.database.put('visits', { ...kept, standing });
  }

  async discard(key: string): Promise<void> {
    await this.database.delete('visits', key);
  }
}

/** Two tabs that begin at once agree on one key: the first to write it wins. */
async function keyOf(database: IDBPDatabase<Shape>, account: string): Promise<CryptoKey> {
  const made = await newKey();
  const writing = database.transaction('keys', 'readwrite');
  const there = await writing.store.get(account);
  if (!there) await writing.store.put(made, account);
  await writing.done;
  return there ?? made;
}
