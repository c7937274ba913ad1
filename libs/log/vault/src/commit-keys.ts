import { timingSafeEqual } from 'node:crypto';
import { Hmac } from './hmac.js';
import { keyOf } from './key-file.js';
import { InvalidKey } from './errors.js';

/** Keys of the commit MAC by their ids. The last one signs; older entries keep the id of theirs. */
export class CommitKeys {
  /** @param lines one key a line, `k1 <64 hex digits>`, the newest last. */
  static parse(lines: string, path: string): CommitKeys {
    const keys = lines.split('\n').map((line) => {
      const [, id, hex] = /^(k[1-9]\d{0,3}) ([0-9a-f]{64})$/i.exec(line.trim()) ?? [];
      const key = hex && keyOf(hex);
      if (!id || !key) throw unreadable(path);
      return [id, new Hmac(key)] as const;
    });
    return new CommitKeys(new Map(keys), keys.at(-1)?.[0] ?? '');
  }

  private constructor(
    private readonly keys: ReadonlyMap<string, Hmac>,
    /** Id of the key that signs. */
    readonly id: string,
  ) {}

  /** HMAC-SHA-256 by the newest key: `k1.<base64url>`. */
  sign(bytes: Uint8Array): string {
    return `${this.id}.${this.keys.get(this.id)?.digest(bytes) ?? ''}`;
  }

  /** False too where the key is not known. */
  isSigned(bytes: Uint8Array, signature: string): boolean {
    const dot = signature.indexOf('.');
    const ours = this.keys.get(signature.slice(0, dot))?.digest(bytes);
    return ours !== undefined && same(ours, signature.slice(dot + 1));
  }
}

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
