import { readEnvelope } from '../format/envelope.js';
import type { Commit, Outcome } from '../port/event-log.js';
import { IdempotencyKeyReused } from '../port/errors.js';
import type { PlacedEntry } from '../port/stored-entry.js';

/**
 * The answer to a commit whose stream has moved, where it was its own key that moved it: the original one, or that the key is reused.
 * `later` are the stream's entries after the expected revision.
 */
export function repeated({ stream, key, body }: Commit, later: readonly PlacedEntry[]): Outcome | undefined {
  const own = later.map((entry) => ({ ...entry, told: readEnvelope(entry.metadata) })).filter(({ told }) => told.key === key);
  const last = own.at(-1);
  if (!last) return undefined;
  if (last.told.body !== body) return new IdempotencyKeyReused(stream, key);
  return { revision: last.revision, position: last.position };
}
