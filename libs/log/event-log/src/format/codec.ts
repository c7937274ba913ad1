import type { Catalogue, EventOf, Owner } from '@lookback/kernel';
import { freshBytes, type Keyring, type Keys, PayloadWriter, saltLength, PayloadReader, type Vault } from '@lookback/log/vault';
import { mapYielding } from '@lookback/log/runtime';
import { entryId } from './entry-id.js';
import { envelopesOf } from './envelope.js';
import { ReadEntry } from './read-entry.js';
import type { Commit, Entry } from '../port/event-log.js';
import { EntryForged, LogCorrupted, loudly, type OnBroken } from '../port/errors.js';
import type { PlacedEntry, StoredEntry, WrittenEntry } from '../port/stored-entry.js';
import { signedBytes } from './signed-bytes.js';

/** Turns what was decided into bytes that are signed and sealed, and back. The same for every driver. */
export class Codec {
  constructor(
    private readonly catalogue: Catalogue,
    private readonly vault: Vault,
    private readonly keys: Keys,
  ) {}

  /** The entries of many commits, in their order; data keys that are missing are made, in one go. */
  async write(commits: readonly Commit[]): Promise<WrittenEntry[][]> {
    const packed = commits.map(({ events }) => events.map(({ data }) => new PayloadWriter(data, this.catalogue)));
    const keyring = await this.vault.keyring(ownersOf(packed.flat()), { create: true });
    return commits.map((commit, i) => this.written(commit, packed[i] as PayloadWriter[], keyring));
  }

  private written(commit: Commit, packed: readonly PayloadWriter[], keyring: Keyring): WrittenEntry[] {
    const { stream, expected, key, events } = commit;
    const metadataOf = envelopesOf(commit);
    return packed.map((data, i) => {
      const { type } = events[i] as EventOf;
      const id = entryId(stream, key, i + 1);
      const version = this.catalogue.versionOf(type);
      const entry = {
        stream,
        revision: expected + i + 1,
        id,
        type,
        version,
        salt: freshBytes(saltLength),
        data: data.text({ stream, entryId: id }, keyring),
        metadata: metadataOf({ id, type, version }),
      };
      return Object.assign(entry, { mac: this.keys.commit.sign(signedBytes(entry)) }); // a spread costs as much as the MAC
    });
  }

  /** What `open` gives of entries whose MAC nobody has checked yet: of one that does not carry ours EntryForged is told, or thrown. */
  read(rows: readonly StoredEntry[], onBroken: OnBroken = loudly): Promise<Entry[]> {
    return this.open(onBroken === loudly ? this.checked(rows) : rows.filter((row) => this.isSigned(row, onBroken)), onBroken);
  }

  /** The entries, in today's version, boxes open; of one that this release cannot read LogCorrupted is told, or thrown. */
  async open(rows: readonly StoredEntry[], onBroken: OnBroken = loudly): Promise<Entry[]> {
    try {
      return await this.opened(rows);
    } catch (error) {
      if (!(error instanceof LogCorrupted) || onBroken === loudly) throw error;
      return this.openedEach(rows, onBroken);
    }
  }

  private async openedEach(rows: readonly StoredEntry[], onBroken: OnBroken): Promise<Entry[]> {
    const entries: Entry[] = [];
    for (const row of rows)
      try {
        entries.push(...(await this.opened([row])));
      } catch (error) {
        if (!(error instanceof LogCorrupted)) throw error;
        onBroken(error);
      }
    return entries;
  }

  private async opened(rows: readonly StoredEntry[]): Promise<Entry[]> {
    const data = await mapYielding(rows, (row) => new PayloadReader(row.data));
    const keyring = await this.vault.keyring(ownersOf(data), { create: false });
    return mapYielding(rows, (row, i) => this.entry(row, data[i] as PayloadReader, keyring));
  }

  /** @throws EntryForged for the first that does not carry our MAC. */
  checked<Row extends PlacedEntry>(rows: readonly Row[]): readonly Row[] {
    return signed(rows, this.keys);
  }

  private isSigned(row: StoredEntry, onBroken: OnBroken): boolean {
    const isSigned = this.keys.commit.isSigned(signedBytes(row), row.mac);
    if (!isSigned) onBroken(new EntryForged(row.stream, row.revision, row.position));
    return isSigned;
  }

  private entry(row: StoredEntry, data: PayloadReader, keyring: Keyring): Entry {
    return new ReadEntry(row, this.said(row, data, keyring));
  }

  private said(row: StoredEntry, data: PayloadReader, keyring: Keyring): EventOf {
    try {
      const opened = data.open({ stream: row.stream, entryId: row.id }, keyring, this.catalogue);
      return this.catalogue.read(row.type, row.version, opened);
    } catch (error) {
      throw new LogCorrupted('unreadable', row, { cause: error });
    }
  }
}

/** Whose keys it takes. */
function ownersOf(data: readonly { readonly owners: Iterable<Owner> }[]): Set<Owner> {
  const all = new Set<Owner>();
  for (const { owners } of data) for (const owner of owners) all.add(owner);
  return all;
}

/** @throws EntryForged for the first that does not carry our MAC. */
export function signed<Row extends PlacedEntry>(rows: readonly Row[], keys: Keys): readonly Row[] {
  const forged = rows.find((row) => !keys.commit.isSigned(signedBytes(row), row.mac));
  if (forged) throw new EntryForged(forged.stream, forged.revision, forged.position);
  return rows;
}
