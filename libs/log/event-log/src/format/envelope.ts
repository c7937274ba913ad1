import type { Attribution, EntryId } from '@lookback/kernel';
import type { Commit } from '../port/event-log.js';
import type { BodyDigest, CommandKey } from '../port/command-key.js';

/** The metadata of an entry, in the order of its bytes; what is absent is left out. Final. */
export interface StoredEnvelope extends Attribution {
  readonly id: EntryId;
  readonly type: string;
  readonly version: number;
  readonly key: CommandKey;
  readonly body: BodyDigest;
}

/** The metadata of a commit's entries. What they share, which is nearly all of it, is put into text once. */
export function envelopesOf({ by, key, body }: Commit): (of: Pick<StoredEnvelope, 'id' | 'type' | 'version'>) => string {
  const shared: Omit<StoredEnvelope, 'id' | 'type' | 'version'> = {
    effectiveOn: by.effectiveOn,
    mode: by.mode,
    actedBy: by.actedBy,
    recordedBy: by.recordedBy,
    authority: by.authority,
    reads: by.reads,
    correlationId: by.correlationId,
    causationId: by.causationId,
    key,
    body,
    evidence: by.evidence,
    breaches: by.breaches,
  };
  const rest = JSON.stringify(shared).slice(1);
  return ({ id, type, version }) => `{"id":"${id}","type":${JSON.stringify(type)},"version":${String(version)},${rest}`;
}

/** Who said it, and on what authority: what of an envelope is no business of the log. */
const attribution = Object.keys({
  effectiveOn: 1,
  mode: 1,
  actedBy: 1,
  recordedBy: 1,
  authority: 1,
  reads: 1,
  correlationId: 1,
  causationId: 1,
  evidence: 1,
  breaches: 1,
} satisfies Record<keyof Attribution, 1>) as (keyof Attribution)[];

/** What stands in the metadata, who said it apart from the rest. Field by field: a rest pattern costs as much as the parsing. */
export function readEnvelope(metadata: string): Omit<StoredEnvelope, keyof Attribution> & { readonly by: Attribution } {
  const envelope = JSON.parse(metadata) as StoredEnvelope;
  const by: Partial<Record<keyof Attribution, unknown>> = {};
  for (const field of attribution) if (envelope[field] !== undefined) by[field] = envelope[field];
  const { id, type, version, key, body } = envelope;
  return { id, type, version, key, body, by: by as unknown as Attribution };
}
