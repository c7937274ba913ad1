import { createHmac, createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';
import type { Code } from '@lookback/kernel';
import { CommitKeys, type LogIdentity } from './commit-keys.js';
import { framed } from './framed.js';
import { keyFile, keyLength, keyOf, newKey } from './key-file.js';
import { NameKeys } from './name-keys.js';
import { InvalidKey } from './errors.js';

export interface KeyFiles {
  /** 64 hex digits. Lost, every sealed field is gone: back it up apart from the database. */
  readonly master: string;
  /** One line a key: `k1 <64 hex digits>`, the newest last; an older one is kept, as entries name it. */
  readonly commit: string;
  /** Number of the newest key of the index of names; 1 unless it was changed. */
  readonly names?: number;
}

/** The keys of the server, which stand outside the database; and those that follow from the master key. */
export class Keys {
  /**
   * Reads both files, for one log; makes what is missing where `mayMake`, which only an empty log allows.
   * @throws InvalidKey in both languages when a file is missing, loose or no key.
   */
  static async open({ master, commit, names }: KeyFiles, log: LogIdentity, mayMake: boolean): Promise<Keys> {
    const key = keyOf(await keyFile(master, mayMake ? newKey() : undefined));
    if (!key) throw noKey(master);
    return new Keys(key, CommitKeys.parse(await keyFile(commit, mayMake ? `k1 ${newKey()}` : undefined), commit, log), names);
  }

  /** Tells which master key this is, and nothing of it. */
  readonly masterId: string;
  /** Wraps the data keys of persons and households. */
  readonly wrapping: KeyObject;
  /** Signs the tokens of those who are signed in. */
  readonly tokens: Uint8Array;
  /** By which people are found who stand in no table by name. */
  readonly names: NameKeys;
  private readonly lookups: KeyObject;

  constructor(
    master: Uint8Array,
    readonly commit: CommitKeys,
    names = 1,
  ) {
    const derived = (use: string) => Buffer.from(hkdfSync('sha256', master, '', `lookback/v1/${use}`, keyLength));
    this.masterId = `m-${derived('master-id').toString('hex', 0, 4)}`;
    this.wrapping = createSecretKey(derived('wrapping'));
    this.tokens = derived('tokens');
    this.lookups = createSecretKey(derived('lookup'));
    this.names = new NameKeys(master, names);
  }

  /** Keyed digest of a command's canonical bytes, `hmac-sha256:k1:<base64url>`: tells it from another under the same key, and nobody can guess at it. */
  bodyDigest(canonical: string | Uint8Array): Code<'body'> {
    return this.commit.digest(canonical) as Code<'body'>;
  }

  /** The same by each key that there was, the newest first: what an entry holds may be by an older one. */
  bodyDigests(canonical: string | Uint8Array): readonly [Code<'body'>, ...Code<'body'>[]] {
    return this.commit.digests(canonical) as readonly [Code<'body'>, ...Code<'body'>[]];
  }

  /** Keyed hash by which two texts of a kind are seen to be the same, such as citizen numbers. Never goes into an entry. */
  lookup(kind: string, text: string): Code<'lookup'> {
    return createHmac('sha256', this.lookups).update(framed(kind, text)).digest('base64url') as Code<'lookup'>;
  }
}

const noKey = (path: string) =>
  new InvalidKey(`The key file ${path} holds no key: it must be 64 hex digits.`, `密钥文件 ${path} 中没有密钥：应为 64 位十六进制数。`);
