import type { Attribution, EntryId } from '@lookback/kernel';
import type { BodyDigest, CommandKey, Commit } from './event-log.js';

/** The metadata of an entry, in the order of its bytes; what is absent is left out. Final. */
export interface Envelope extends Attribution {
  readonly id: EntryId;
  readonly type: string;
  readonly version: number;
  readonly key: CommandKey;
  readonly body: BodyDigest;
}

export function envelopeText({ id, type, version }: Pick<Envelope, 'id' | 'type' | 'version'>, { by, key, body }: Commit): string {
  const envelope: Envelope = {
    id,
    type,
    version,
    effectiveOn: by.effectiveOn,
    mode: by.mode,
    actedBy: by.actedBy,
    recordedBy: by.recordedBy,
    authority: by.authority,
    reads: by.reads,
    responsible: by.responsible,
    correlationId: by.correlationId,
    causationId: by.causationId,
    key,
    body,
    evidence: by.evidence,
    breaches: by.breaches,
  };
  return JSON.stringify(envelope);
}

/** What stands in the metadata, who said it apart from the rest. */
export function readEnvelope(metadata: string): Omit<Envelope, keyof Attribution> & { readonly by: Attribution } {
  const { id, type, version, key, body, ...by } = JSON.parse(metadata) as Envelope;
  return { id, type, version, key, body, by };
}
