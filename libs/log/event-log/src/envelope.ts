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

export function readEnvelope(metadata: string): Envelope & { readonly by: Attribution } {
  const envelope = JSON.parse(metadata) as Envelope;
  const { id: _, type: _type, version: _version, key: _key, body: _body, ...by } = envelope;
  return { ...envelope, by };
}
