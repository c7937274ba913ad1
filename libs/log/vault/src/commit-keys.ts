import { createHmac, createSecretKey, hkdfSync, type KeyObject, timingSafeEqual } from 'node:crypto';
import { framed } from './framed.js';
import { Hmac } from './hmac.js';
import { keyLength, keyOf } from './key-file.js';
import { InvalidKey } from './errors.js';

/** Which log it is, and which run of it since the last restore: the MAC of every entry covers both. */
export interface LogIdentity {
  readonly origin: string;
  /** From 1. */
  readonly epoch: number;
}

/** What stands before the key's id in MACs and digests, so that another algorithm can follow. Final. */
const algorithm = 'hmac-sha256';

interface Key {
  readonly mac: Hmac;
  readonly digests: KeyObject;
}

/**
 * The keys of one log's entries by their ids. The last one signs and digests; older entries keep the id of theirs. What signs follows by
 * HKDF from the file's key and the log's identity, so that a MAC covers that without an entry's bytes being more; what digests follows by
 * another path, and from no identity: the same content is known again in a copy.
 */
export class CommitKeys {
  /** @param lines one key a line, `k1 <64 hex digits>`, the newest last. */
  static parse(lines: string, path: string, log: LogIdentity): CommitKeys {
    const keys = lines.split('\n').map((line) => {
      const [, id, hex] = /^(k[1-9]\d{0,3}) ([0-9a-f]{64})$/i.exec(line.trim()) ?? [];
      const key = hex && keyOf(hex);
      if (!id || !key) throw unreadable(path);
      return [`${algorithm}:${id}`, keysOf(key, log)] as const;
    });
    return new CommitKeys(new Map(keys), keys.at(-1)?.[0] ?? '', log);
  }

  private constructor(
    /** By algorithm and id. */
    private readonly keys: ReadonlyMap<string, Key>,
    private readonly newest: string,
    readonly log: LogIdentity,
  ) {}

  /** Id of the key that signs. */
  get id(): string {
    return this.newest.slice(algorithm.length + 1);
  }

  /** By the newest key: `hmac-sha256:k1:<base64url>`. */
  sign(bytes: Uint8Array): string {
    return `${this.newest}:${this.keys.get(this.newest)?.mac.digest(bytes) ?? ''}`;
  }

  /** False too where algorithm or key is not known. */
  isSigned(bytes: Uint8Array, signature: string): boolean {
    const colon = signature.lastIndexOf(':');
    const ours = this.keys.get(signature.slice(0, colon))?.mac.digest(bytes);
    return ours !== undefined && same(ours, signature.slice(colon + 1));
  }

  /** Keyed digests of some content, `hmac-sha256:k1:<base64url>`: one by each key, the newest first. Nobody without a key can guess at them. */
  digests(canonical: string | Uint8Array): readonly [string, ...string[]] {
    const all = [...this.keys].reverse().map(([name, { digests }]) => `${name}:${digestBy(digests, canonical)}`);
    return all as [string, ...string[]]; // a file holds a key at least
  }

  /** The digest by the newest key. */
  digest(canonical: string | Uint8Array): string {
    return `${this.newest}:${digestBy((this.keys.get(this.newest) as Key).digests, canonical)}`;
  }
}

function keysOf(key: Buffer, { origin, epoch }: LogIdentity): Key {
  const derived = (info: Uint8Array) => Buffer.from(hkdfSync('sha256', key, '', info, keyLength));
  return {
    mac: new Hmac(derived(framed('lookback/v1/mac', origin, String(epoch)))),
    digests: createSecretKey(derived(framed('lookback/v1/digest'))),
  };
}

const digestBy = (key: KeyObject, canonical: string | Uint8Array): string =>
  createHmac('sha256', key).update(canonical).digest('base64url');

const texts = [Buffer.alloc(43), Buffer.alloc(43)] as const;

/** Whether two MACs as text are the same, in a time that does not tell how much of them is. */
function same(ours: string, said: string): boolean {
  if (said.length !== ours.length) return false;
  texts[0].write(ours);
  texts[1].write(said);
  return timingSafeEqual(...texts);
}

const unreadable = (path: string) =>
  new InvalidKey(
    `The key file ${path} cannot be read: each line must be an id and 64 hex digits, such as "k1 9f86…".`,
    `无法读取密钥文件 ${path}：每行应为编号和 64 位十六进制数，例如 "k1 9f86…"。`,
  );
