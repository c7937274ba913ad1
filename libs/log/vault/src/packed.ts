import { type Catalogue, erased, type Owner, Quoted, Sealed } from '@lookback/kernel';
import { algorithm, encrypt } from './aes-gcm.js';
import { freshBytes } from './fresh-bytes.js';
import { NotStorable } from './problem.js';
import { boundTo, type BoxedField, fieldDigest, type Place, type QuotedMark, saltLength, type SealedMark, type StoredBox } from './stored.js';
import type { Keyring } from './vault.js';

type Path = readonly (string | number)[];

/** What an event says, sorted into what stays clear and what goes into boxes: one box to an owner. */
export class Packed {
  private readonly contents = new Map<Owner, { readonly index: number; readonly fields: BoxedField[] }>();
  private readonly path: (string | number)[] = ['data'];
  private readonly says: unknown;

  /** @throws NotStorable where the same would not come back. */
  constructor(
    data: unknown,
    private readonly catalogue: Pick<Catalogue, 'versionOf'>,
  ) {
    this.says = this.packed(data);
  }

  /** Whose keys are needed. */
  get owners(): Iterable<Owner> {
    return this.contents.keys();
  }

  /** The text that the log stores; boxes open at this place alone. */
  boxUp(place: Place, keyring: Keyring): string {
    const boxes = [...this.contents].map(([owner, { fields }]) => boxOf(owner, fields, place, keyring));
    return JSON.stringify(boxes.length > 0 ? { says: this.says, boxes } : { says: this.says });
  }

  private packed(value: unknown): unknown {
    if (typeof value !== 'object' || value === null) return plain(value, this.path);
    if (value instanceof Sealed) return this.sealed(value);
    if (value instanceof Quoted) return this.quoted(value);
    return Array.isArray(value) ? Array.from(value, (item, i) => this.at(i, item)) : this.fields(value);
  }

  private at(step: string | number, value: unknown): unknown {
    this.path.push(step);
    const packed = this.packed(value);
    this.path.pop();
    return packed;
  }

  private fields(value: object): object {
    requirePlain(value, this.path);
    const says: Record<string, unknown> = {};
    for (const [name, field] of Object.entries(value)) {
      if (name.startsWith('$') || name === '__proto__') throw new NotStorable(this.path, 'has a field whose name the log keeps for itself');
      if (field !== undefined) says[name] = this.at(name, field);
    }
    return says;
  }

  private sealed({ owner, value }: Sealed<unknown>): SealedMark {
    if (value === erased) throw new NotStorable(this.path, 'is erased, and cannot be said again');
    const json = JSON.stringify(jsonOnly(value, this.path));
    const box = this.contents.get(owner) ?? { index: this.contents.size, fields: [] };
    this.contents.set(owner, box);
    const salt = freshBytes(saltLength);
    const field = box.fields.push([salt.toString('base64url'), value]) - 1;
    return { $sealed: [box.index, field], digest: fieldDigest(salt, json) };
  }

  private quoted({ event: { type, data } }: Quoted): QuotedMark {
    return { $quoted: { type, version: this.catalogue.versionOf(type), says: this.at(type, data) } };
  }
}

function boxOf(owner: Owner, fields: readonly BoxedField[], place: Place, keyring: Keyring): StoredBox {
  const key = keyring.get(owner);
  if (!key) throw new Error(`no key to seal with for ${owner}`);
  const { iv, box } = encrypt(key, boundTo(place, owner), JSON.stringify(fields));
  return { of: owner, alg: algorithm, iv: iv.toString('base64url'), box: box.toString('base64url') };
}

/** A sealed value is stored whole: nothing in it may be sealed or quoted again. */
function jsonOnly(value: unknown, at: Path): unknown {
  if (typeof value !== 'object' || value === null) return plain(value, at);
  if (value instanceof Sealed || value instanceof Quoted) throw new NotStorable(at, 'seals what is sealed or quoted already');
  if (!Array.isArray(value)) requirePlain(value, at);
  for (const part of Array.isArray(value) ? value : Object.values(value).filter((field) => field !== undefined)) jsonOnly(part, at);
  return value;
}

function plain(value: unknown, at: Path): unknown {
  const kind = typeof value;
  if (kind === 'string' || kind === 'boolean' || value === null || Number.isFinite(value)) return value;
  throw new NotStorable(at, `is ${kind === 'number' ? 'not a finite number' : kind}, which JSON cannot hold`);
}

/** A date, a map or a buffer would come back as something else; an object of any other class comes back as its fields. */
function requirePlain(value: object, at: Path): void {
  if (Object.getPrototypeOf(value) === Object.prototype) return;
  if (Object.prototype.toString.call(value) !== '[object Object]' || 'toJSON' in value)
    throw new NotStorable(at, 'is an object of a kind that JSON cannot hold');
}
