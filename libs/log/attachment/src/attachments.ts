import type { AccountId, Digest, Owner, StreamName } from '@lookback/kernel';
import type { Vault } from '@lookback/log/vault';
import type { Pool } from 'pg';
import { AttachmentStore, type Uploaded } from './attachment.store.js';
import type { Blobs } from './blobs.js';
import { Intake, type IntakeParts } from './intake.js';
import { AttachmentErased } from './errors.js';
import { type Bringing, Quota } from './quota.js';
import { opening } from './sealing.js';
import { type NamingLog, Sweep } from './sweep.js';
import { viewOf } from './view.js';

export interface AttachmentDependencies {
  readonly pool: Pool;
  readonly vault: Pick<Vault, 'keyring'>;
  readonly blobs: Blobs;
  readonly intake: IntakeParts;
  /** Bytes that an account may bring in a day. */
  readonly quota: number;
  readonly now?: () => Date;
}

/** Something to be sent: its bytes come as they are decrypted, and break off where they are not what was uploaded. */
export interface ShownAttachment extends Pick<Uploaded, 'kind'> {
  readonly size: number;
  readonly bytes: AsyncIterable<Buffer>;
}

/** Of which subject, by whom and on which day something is uploaded, and how many bytes it has, where that is known. */
export interface Upload extends Bringing {
  readonly stream: StreamName;
  readonly length?: number | undefined;
}

/** The photos and papers that entries rest on. An entry names one by its digest; the log says which are named, this says what they are. */
export class Attachments {
  private readonly store: AttachmentStore;
  private readonly intake: Intake;
  private readonly quota: Quota;
  private readonly now: () => Date;

  constructor(private readonly parts: AttachmentDependencies) {
    this.store = new AttachmentStore(parts.pool);
    this.intake = new Intake(parts.intake);
    this.quota = new Quota(parts.pool, parts.quota);
    this.now = parts.now ?? (() => new Date());
  }

  /**
   * Keeps what is uploaded for a subject, until an entry names it or it is swept. `length` is how many bytes will come, where that is known:
   * where the day's quota does not hold them, none is read. @throws a Refusal `attachment.*`, or AttachmentsUnavailable.
   */
  async keep(body: AsyncIterable<Buffer>, { stream, length, ...whose }: Upload): Promise<Uploaded> {
    const { limit } = this.parts.intake;
    const most = Math.min(length ?? limit, limit);
    await this.quota.take(whose, most);
    let kept = 0;
    try {
      const uploaded = await this.takeIn(body, stream, whose.by);
      kept = uploaded.size;
      return uploaded;
    } finally {
      await this.quota.giveBack(whose, most - kept).catch(() => undefined); // what stays counted is over with the day
    }
  }

  /** Those of some digests that nobody has uploaded for a subject. The others are kept from being swept for another while, so that an entry may name them. */
  async missing(stream: StreamName, digests: readonly Digest[]): Promise<Digest[]> {
    const there = new Set(await this.store.claim(stream, digests, this.now()));
    return digests.filter((digest) => !there.has(digest));
  }

  /** What there is of a subject, the oldest first. */
  list(stream: StreamName): Promise<Uploaded[]> {
    return this.store.find(stream);
  }

  /** Byte for byte what was uploaded; null where there is none of this digest. @throws AttachmentErased, AttachmentCorrupted or AttachmentsUnavailable. */
  async original(stream: StreamName, digest: Digest): Promise<ShownAttachment | null> {
    const [uploaded] = await this.store.find(stream, [digest]);
    return uploaded ? { kind: uploaded.kind, size: uploaded.size, bytes: await this.opened(uploaded) } : null;
  }

  /** Fit to be shown: a photo without its metadata; a PDF as it is. @throws as `original`, and a Refusal where a photo is damaged. */
  async view(stream: StreamName, digest: Digest): Promise<ShownAttachment | null> {
    const original = await this.original(stream, digest);
    if (!original || original.kind === 'application/pdf') return original;
    const view = await viewOf(original.kind, original.bytes);
    return { kind: original.kind, size: view.length, bytes: once(view) };
  }

  /** Removes what no entry names and nobody has touched since an instant, and gives how many. May be stopped at any moment, and run by several at once. */
  async sweep(log: NamingLog, untouchedSince: Date, signal?: AbortSignal): Promise<number> {
    await this.quota.forget(untouchedSince);
    return new Sweep(this.store, this.parts.blobs, this.intake).run(log, untouchedSince, signal);
  }

  private async takeIn(body: AsyncIterable<Buffer>, stream: StreamName, by: AccountId): Promise<Uploaded> {
    const owner = ownerOf(stream);
    const key = (await this.parts.vault.keyring([owner], { create: true })).get(owner);
    if (!key) throw new Error(`no key was made for ${owner}`);
    const { file, ...taken } = await this.intake.take(body, key, owner);
    const uploaded = { ...taken, stream, uploadedBy: by, uploadedAt: this.now() };
    await this.store.arriving(uploaded);
    await this.parts.blobs.keep(taken.digest, file);
    await this.store.arrived(taken.digest);
    return uploaded;
  }

  private async opened({ stream, digest }: Uploaded): Promise<AsyncIterable<Buffer>> {
    const owner = ownerOf(stream);
    const key = (await this.parts.vault.keyring([owner], { create: false })).get(owner);
    if (!key) throw new AttachmentErased(digest);
    return begun(opening(key, owner, digest)(await this.parts.blobs.read(digest)));
  }
}

/** A subject's own key: the one under which its free text is. */
const ownerOf = (stream: StreamName) => stream as string as Owner;

/** With its first piece at hand: what cannot be opened is known before anything is sent. A caller that does not want the rest closes it. */
async function begun(bytes: AsyncGenerator<Buffer>): Promise<AsyncIterable<Buffer>> {
  const first = await bytes.next();
  let given = false;
  const next = () => {
    if (given) return bytes.next();
    given = true;
    return Promise.resolve(first);
  };
  return { [Symbol.asyncIterator]: () => ({ next, return: () => bytes.return(undefined) }) };
}

async function* once(bytes: Buffer): AsyncGenerator<Buffer> {
  yield await Promise.resolve(bytes);
}
