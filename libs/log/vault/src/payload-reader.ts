import { type Catalogue, erased, type Owner, Quoted, Sealed } from '@lookback/kernel';
import { algorithm, decrypt } from './aes-gcm.js';
import { BoxCorrupted } from './errors.js';
import {
  boundTo,
  type BoxedField,
  fieldDigest,
  type BoxPlace,
  type QuotedMark,
  type SealedMark,
  type StoredBox,
  type StoredData,
} from './stored.js';
import type { Keyring } from './vault.js';

const nobody: readonly Owner[] = [];

/** Stored data, read but not opened yet. */
export class PayloadReader {
  private readonly stored: StoredData;
  private readonly boxes: readonly StoredBox[];
  /** Without a mark there is nothing in it to be opened. */
  private readonly marked: boolean;

  constructor(text: string) {
    this.marked = text.includes('"$');
    this.stored = JSON.parse(text) as StoredData;
    this.boxes = this.stored.boxes ?? [];
  }

  /** Whose keys are needed. */
  get owners(): Iterable<Owner> {
    return this.boxes.length > 0 ? this.boxes.map(({ of }) => of) : nobody;
  }

  /**
   * What was said, with sealed values open, or erased where the keyring lacks their owner's key.
   * Quoted events come in today's version; what quotes them in the version stored. May be called once.
   * @throws BoxCorrupted when a box does not open at this place, or a value is not the one whose digest the entry holds.
   */
  open(place: BoxPlace, keyring: Keyring, catalogue: Pick<Catalogue, 'read'>): unknown {
    if (!this.marked) return this.stored.says;
    const opened = this.boxes.map((box) => contentsOf(box, place, keyring.get(box.of)));
    return this.opened(this.stored.says, place, opened, catalogue);
  }

  private opened(said: unknown, place: BoxPlace, contents: readonly Contents[], catalogue: Pick<Catalogue, 'read'>): unknown {
    if (typeof said !== 'object' || said === null) return said;
    if ('$sealed' in said) return this.unsealed(said as SealedMark, place, contents);
    if ('$quoted' in said) {
      const { type, version, says } = (said as QuotedMark).$quoted;
      return new Quoted(catalogue.read(type, version, this.opened(says, place, contents, catalogue)));
    }
    const parts = said as Record<string, unknown>;
    for (const name in parts) parts[name] = this.opened(parts[name], place, contents, catalogue);
    return parts;
  }

  private unsealed({ $sealed: [at, field], digest }: SealedMark, place: BoxPlace, contents: readonly Contents[]): Sealed<unknown> {
    const owner = this.boxes[at]?.of;
    if (owner === undefined) throw new Error(`entry ${place.entryId} of ${place.stream} points at box ${String(at)}, which it lacks`);
    const fields = contents[at];
    if (!fields) return new Sealed(owner, erased);
    const [salt, value] = fields[field] ?? [];
    if (salt === undefined || fieldDigest(salt, JSON.stringify(value)) !== digest)
      throw new BoxCorrupted(place.stream, place.entryId, owner, `field ${String(field)} is not the one that the entry's digest binds`);
    return new Sealed(owner, value);
  }
}

type Contents = readonly BoxedField[] | undefined;

function contentsOf({ of, alg, iv, box }: StoredBox, place: BoxPlace, key: Buffer | undefined): Contents {
  if (!key) return undefined;
  const broken = (what: string) => new BoxCorrupted(place.stream, place.entryId, of, what);
  if (alg !== algorithm) throw broken(`sealed by ${alg}, which this release does not know`);
  try {
    const sealed = { iv: Buffer.from(iv, 'base64url'), box: Buffer.from(box, 'base64url') };
    return JSON.parse(decrypt(key, boundTo(place, of), sealed).toString()) as BoxedField[];
  } catch {
    throw broken('it was changed, or moved from another place');
  }
}
