import { erased, erasedMark, type EventOf, masked, Quoted, Sealed, type Visibility } from '@lookback/kernel';
import type { Parts } from '@lookback/office/desk';

type Said = Pick<EventOf, 'type' | 'data'>;

/** To whom an entry is told: how much of its subject they see, and how what is sealed reads. */
interface RedactedFor {
  readonly sight: Visibility;
  readonly parts: Pick<Parts, 'sealOf'>;
}

/**
 * What an entry says, as JSON, for a reader who may see it. What is sealed reads `{ sealed: <owner>, value }`: the value, masked or null as
 * its slice says of it, `{ erased: true }` where its key is destroyed.
 */
export const redacted = (event: Said, to: RedactedFor): unknown =>
  rewritten(event, to, {
    sealed: ({ owner }, value) => ({ sealed: owner, value }),
    quoted: ({ event: quoted }) => ({ type: quoted.type, data: redacted(quoted, to) }),
  });

/** The same with what is sealed still so, for what reads events: masked, or erased where the reader may not see it. */
export const redactedData = (event: Said, to: RedactedFor): unknown =>
  rewritten(event, to, {
    sealed: ({ owner }, value) => new Sealed(owner, value === null || value === erasedMark ? erased : value),
    quoted: (said) => said,
  });

interface Rewriting {
  /** A box, with what of it the reader may see. */
  readonly sealed: (said: Sealed<unknown>, value: unknown) => unknown;
  readonly quoted: (said: Quoted) => unknown;
}

function rewritten({ type, data }: Said, { sight, parts }: RedactedFor, { sealed, quoted }: Rewriting): unknown {
  const shown = (said: unknown, field: string): unknown => {
    if (said instanceof Sealed) return sealed(said, opened(said, sight, parts.sealOf(type, field)));
    if (said instanceof Quoted) return quoted(said);
    if (Array.isArray(said)) return said.map((one) => shown(one, field));
    if (typeof said !== 'object' || said === null) return said;
    return Object.fromEntries(Object.entries(said).map(([name, value]) => [name, shown(value, name)]));
  };
  return shown(data, '');
}

function opened({ value }: Sealed<unknown>, sight: Visibility, seal: ReturnType<Parts['sealOf']>): unknown {
  if (value === erased) return erasedMark;
  if (seal === 'secret' || (sight === 'masked' && seal === 'typed')) return null;
  return sight === 'masked' && seal === 'number' && typeof value === 'string' ? masked(value) : value;
}
