import type { Owner } from '@lookback/kernel';
import { RequestBatcher } from '@lookback/log/runtime';
import { LRUCache } from 'lru-cache';
import type { Pool } from 'pg';
import { algorithm, decrypt, encrypt } from './aes-gcm.js';
import { DataKeyStore, type WrappedKey } from './data-key.store.js';
import { freshBytes } from './fresh-bytes.js';
import { keyLength } from './key-file.js';
import type { Keys } from './keys.js';
import { InvalidKey } from './errors.js';

/** Data keys, 32 bytes each, of some owners. An owner who is not in it has none: what is sealed to them is erased. */
export type Keyring = ReadonlyMap<Owner, Buffer>;

const kept = 100_000;
const ivLength = 12;

/** One data key for each person, household and account, wrapped by the master key. */
export class Vault {
  private readonly store: DataKeyStore;
  private readonly open = new LRUCache<Owner, Buffer>({ max: kept });
  /** A new key waits for the disk, as a commit does, and as commits do many go in one statement. */
  private readonly made = new RequestBatcher<Owner, Buffer | undefined>({ ask: (owners) => this.make(owners), isOfAll: () => true });

  constructor(
    pool: Pool,
    private readonly keys: Keys,
  ) {
    this.store = new DataKeyStore(pool);
  }

  /**
   * The keys of these owners, in one statement whatever their number (two where only some are new); `create` makes those that are missing.
   * @throws InvalidKey when they were wrapped by another master key.
   */
  async keyring(owners: Iterable<Owner>, { create }: { readonly create: boolean }): Promise<Keyring> {
    const ring = new Map<Owner, Buffer>();
    const wanted = [...new Set(owners)].filter((owner) => !this.take(ring, owner, this.open.get(owner)));
    if (wanted.length === 0) return ring;
    const made = await Promise.all(create ? wanted.map((owner) => this.made.load(owner)) : []);
    const there = wanted.filter((owner, i) => !this.take(ring, owner, made[i]));
    if (there.length > 0) for (const key of await this.store.find(there)) this.take(ring, key.owner, this.unwrap(key));
    return ring;
  }

  /** Makes a key for each who has none; undefined for each who has one. */
  private async make(owners: readonly Owner[]): Promise<(Buffer | undefined)[]> {
    const offered = new Map(owners.map((owner) => [owner, Buffer.from(freshBytes(keyLength))]));
    const wrapped = [...offered].map(([owner, key]) => this.wrap(owner, key));
    for (const owner of await this.store.offer(wrapped, { alg: algorithm, masterId: this.keys.masterId })) offered.delete(owner);
    return owners.map((owner) => offered.get(owner));
  }

  private take(ring: Map<Owner, Buffer>, owner: Owner, key: Buffer | undefined): boolean {
    if (!key) return false;
    ring.set(owner, key);
    this.open.set(owner, key);
    return true;
  }

  private wrap(owner: Owner, key: Buffer): Pick<WrappedKey, 'owner' | 'wrapped'> {
    const { iv, box } = encrypt(this.keys.wrapping, Buffer.from(owner), key);
    return { owner, wrapped: Buffer.concat([iv, box]) };
  }

  private unwrap({ owner, alg, wrapped, masterId }: WrappedKey): Buffer {
    if (masterId !== this.keys.masterId) throw otherMaster(masterId, this.keys.masterId);
    if (alg !== algorithm) throw otherAlgorithm(alg);
    return decrypt(this.keys.wrapping, Buffer.from(owner), { iv: wrapped.subarray(0, ivLength), box: wrapped.subarray(ivLength) });
  }
}

const otherMaster = (theirs: string, ours: string) =>
  new InvalidKey(
    `The vault's keys are wrapped by master key ${theirs}; the server has ${ours}. Put the right master key back.`,
    `保险库的密钥由主密钥 ${theirs} 封装，而服务器使用的是 ${ours}。请换回正确的主密钥。`,
  );

const otherAlgorithm = (alg: string) =>
  new InvalidKey(
    `The vault's keys are wrapped by the algorithm ${alg}, which this release does not know.`,
    `保险库的密钥以算法 ${alg} 封装，本版本不支持。`,
  );
