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

/** Who said it, and on what authority: what of an envelope is no business of the log. */
const attribution = Object.keys({
  ...{ effectiveOn: 1, mode: 1, actedBy: 1, recordedBy: 1, authority: 1, reads: 1, responsible: 1 },
  ...{ correlationId: 1, causationId: 1, evidence: 1, breaches: 1 },
} satisfies Record<keyof Attribution, 1>) as (keyof Attribution)[];

/** What stands in the metadata, who said it apart from the rest. Field by field: a rest pattern costs as much as the parsing. */
export function readEnvelope(metadata: string): Omit<Envelope, keyof Attribution> & { readonly by: Attribution } {
  const envelope = JSON.parse(metadata) as Envelope;
  const by: Partial<Record<keyof Attribution, unknown>> = {};
  for (const field of attribution) if (envelope[field] !== undefined) by[field] = envelope[field];
  const { id, type, version, key, body } = envelope;
  return { id, type, version, key, body, by: by as unknown as Attribution };
}
