import { type Catalogue, erased, type Owner, Quoted, Sealed } from '@lookback/kernel';
import { algorithm, encrypt } from './aes-gcm.js';
import { freshText } from './fresh-bytes.js';
import { NotStorable } from './problem.js';
import { plainText, requirePlain, wholeText } from './storable.js';
import { boundTo, fieldDigest, type Place, saltLength } from './stored.js';
import type { Keyring } from './vault.js';

type Versions = Pick<Catalogue, 'versionOf'>;

/** Whose keys it takes to box these data up. Adds to `owners`. */
export function ownersIn(data: unknown, owners = new Set<Owner>()): Set<Owner> {
  if (data instanceof Sealed) owners.add(data.owner);
  else if (data instanceof Quoted) ownersIn(data.event.data, owners);
  else if (typeof data === 'object' && data !== null) for (const part of Object.values(data)) ownersIn(part, owners);
  return owners;
}

/**
 * The text that the log stores: what stays clear, and a box for each owner, which opens at this place alone.
 * @throws NotStorable where the same would not come back.
 */
export function boxUp(data: unknown, place: Place, keyring: Keyring, catalogue: Versions): string {
  const writing = new Writing(catalogue);
  const says = writing.text(data);
  const boxes = [...writing.boxes].map(([owner, { fields }]) => boxText(owner, `[${fields.join()}]`, place, keyring));
  return boxes.length > 0 ? `{"says":${says},"boxes":[${boxes.join()}]}` : `{"says":${says}}`;
}

/** Writes data as JSON in one pass, and sets aside what goes into boxes. The forms are those of stored.ts. */
class Writing {
  readonly boxes = new Map<Owner, { readonly index: number; readonly fields: string[] }>();
  private readonly path: (string | number)[] = ['data'];

  constructor(private readonly catalogue: Versions) {}

  text(value: unknown): string {
    if (typeof value !== 'object' || value === null) return plainText(value, this.path);
    if (value instanceof Sealed) return this.sealed(value);
    if (value instanceof Quoted) return this.quoted(value);
    return Array.isArray(value) ? `[${Array.from(value, (item, i) => this.at(i, item)).join()}]` : this.fields(value);
  }

  private at(step: string | number, value: unknown): string {
    this.path.push(step);
    const text = this.text(value);
    this.path.pop();
    return text;
  }

  private fields(value: object): string {
    requirePlain(value, this.path);
    let fields = '';
    for (const [name, field] of Object.entries(value)) {
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

function boxText(owner: Owner, content: string, place: Place, keyring: Keyring): string {
  const key = keyring.get(owner);
  if (!key) throw new Error(`no key to seal with for ${owner}`);
  const { iv, box } = encrypt(key, boundTo(place, owner), content);
  return `{"of":${JSON.stringify(owner)},"alg":"${algorithm}","iv":"${iv.toString('base64url')}","box":"${box.toString('base64url')}"}`;
}
