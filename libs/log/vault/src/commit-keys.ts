import { timingSafeEqual } from 'node:crypto';
import { Hmac } from './hmac.js';
import { keyOf } from './key-file.js';
import { KeyUnfit } from './problem.js';

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
    return `${this.id}.${this.mac(this.id, bytes)?.toString('base64url') ?? ''}`;
  }

  /** False too where the key is not known. */
  isSigned(bytes: Uint8Array, signature: string): boolean {
    const [id = '', mac = ''] = signature.split('.', 2);
    const said = Buffer.from(mac, 'base64url');
    const ours = this.mac(id, bytes);
    return ours?.length === said.length && timingSafeEqual(ours, said);
  }

  private mac(id: string, bytes: Uint8Array): Buffer | undefined {
    return this.keys.get(id)?.of(bytes);
  }
}

const unreadable = (path: string) =>
  new KeyUnfit(
    `The key file ${path} cannot be read: each line must be an id and 64 hex digits, such as "k1 9f86…".`,
    `无法读取密钥文件 ${path}：每行应为编号和 64 位十六进制数，例如 "k1 9f86…"。`,
  );
