import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { ProblemDetails } from '../../../api/problem-details.js';
import { newKey, seal, type Sealed, unseal } from './sealing.js';

/** Whom a round of visits leads to. */
export interface Household {
  readonly id: string;
  /** Its number, or its file code. */
  readonly called: string;
  readonly head: string;
  /** Of which day and log position this is: it was taken along then. */
  readonly asOf: { readonly at: string; readonly known: string };
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
  | { readonly state: 'refused'; readonly problem: ProblemDetails };

interface Kept {
  readonly key: string;
  readonly account: string;
  readonly at: number;
  readonly sealed: Sealed;
}

/** What is sealed of a visit: where it stands too, since a refusal may quote what was typed. */
interface Told extends Noted {
  readonly standing: Standing;
}

export interface Visit extends Told {
  readonly key: string;
  readonly at: number;
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
    const opened = kept.map(async ({ key, at, sealed }) => ({ ...(await unseal<Told>(this.secret, key, sealed)), key, at }));
    return (await Promise.all(opened)).sort((a, b) => b.at - a.at);
  }

  /** Writes a visit down, or writes it anew under the key that it has. */
  write(noted: Noted, key: string = crypto.randomUUID()): Promise<void> {
    return this.put({ ...noted, standing: { state: 'waiting' }, key, at: Date.now() });
  }

  /** Notes what became of a visit, unless it was written anew meanwhile or discarded. */
  async stands(visit: Visit, standing: Standing): Promise<void> {
    const kept = await this.database.get('visits', visit.key);
    if (kept?.at === visit.at) await this.put({ ...visit, standing });
  }

  private async put({ key, at, ...told }: Visit): Promise<void> {
    const sealed = await seal(this.secret, key, told satisfies Told);
    await this.database.put('visits', { key, account: this.account, at, sealed });
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
