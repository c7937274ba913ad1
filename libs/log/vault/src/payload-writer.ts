import { type Catalogue, erased, type Owner, Quoted, Sealed } from '@lookback/kernel';
import { algorithm, encrypt } from './aes-gcm.js';
import { freshText } from './fresh-bytes.js';
import { NotStorable } from './errors.js';
import { plainText, requirePlain, wholeText } from './storable.js';
import { boundTo, fieldDigest, type BoxPlace, saltLength } from './stored.js';
import type { Keyring } from './vault.js';

type Versions = Pick<Catalogue, 'versionOf'>;

/** Data on their way into the log, written as JSON in one pass, what is sealed set aside but not boxed yet. The forms are those of stored.ts. */
export class PayloadWriter {
  private readonly says: string;
  private readonly boxes = new Map<Owner, { readonly index: number; readonly fields: string[] }>();
  private readonly path: (string | number)[] = ['data'];

  /** @throws NotStorable where the same would not come back. */
  constructor(
    data: unknown,
    private readonly catalogue: Versions,
  ) {
    this.says = this.written(data);
  }

  /** Whose keys are needed. */
  get owners(): Iterable<Owner> {
    return this.boxes.keys();
  }

  /** The text that the log stores: what stays clear, and a box for each owner, which opens at this place alone. */
  text(place: BoxPlace, keyring: Keyring): string {
    if (this.boxes.size === 0) return `{"says":${this.says}}`;
    const boxes = Array.from(this.boxes, ([owner, { fields }]) => boxText(owner, `[${fields.join()}]`, place, keyring));
    return `{"says":${this.says},"boxes":[${boxes.join()}]}`;
  }

  private written(value: unknown): string {
    if (typeof value !== 'object' || value === null) return plainText(value, this.path);
    if (value instanceof Sealed) return this.sealed(value);
    if (value instanceof Quoted) return this.quoted(value);
    return Array.isArray(value) ? `[${Array.from(value, (item, i) => this.at(i, item)).join()}]` : this.fields(value);
  }

  private at(step: string | number, value: unknown): string {
    this.path.push(step);
    const text = this.written(value);
    this.path.pop();
    return text;
  }

  private fields(value: object): string {
    requirePlain(value, this.path);
    let fields = '';
    for (const name of Object.keys(value)) {
      const field = (value as Record<string, unknown>)[name];
      if (name.startsWith('$') || name === '__proto__') throw new NotStorable(this.path, 'has a field whose name the log keeps for itself');
      if (field !== undefined) fields += `${fields && ','}${JSON.stringify(name)}:${this.at(name, field)}`;
    }
    return `{${fields}}`;
  }

  private sealed({ owner, value }: Sealed<unknown>): string {
    if (value === erased) throw new NotStorable(this.path, 'is erased, and cannot be said again');
    const json = wholeText(value, this.path);
    const salt = freshText(saltLength);
    const box = this.boxes.get(owner) ?? { index: this.boxes.size, fields: [] };
    this.boxes.set(owner, box);
    const field = box.fields.push(`["${salt}",${json}]`) - 1;
    return `{"$sealed":[${String(box.index)},${String(field)}],"digest":"${fieldDigest(salt, json)}"}`;
  }

  private quoted({ event: { type, data } }: Quoted): string {
    const version = String(this.catalogue.versionOf(type));
    return `{"$quoted":{"type":${JSON.stringify(type)},"version":${version},"says":${this.at(type, data)}}}`;
  }
}

function boxText(owner: Owner, content: string, place: BoxPlace, keyring: Keyring): string {
  const key = keyring.get(owner);
  if (!key) throw new Error(`no key to seal with for ${owner}`);
  const { iv, box } = encrypt(key, boundTo(place, owner), content);
  return `{"of":${JSON.stringify(owner)},"alg":"${algorithm}","iv":"${iv.toString('base64url')}","box":"${box.toString('base64url')}"}`;
}
