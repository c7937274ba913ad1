import { type Sealed, sealedAt } from '@lookback/kernel';
import type { EventLog } from './event-log.js';

/** Where something sealed stands in the log, as tables keep it: the position of its entry, and its place in what that says. */
export const sealedPlace = (position: number, path: string): string => `${String(position)}:${path}`;

/**
 * What stands in boxes at many places, in the order asked, each entry read once; null where a place is null, or where nothing sealed stands.
 * @throws RangeError for what is no place.
 */
export async function sealedValuesAt(
  log: Pick<EventLog, 'entriesAt'>,
  places: readonly (string | null)[],
): Promise<(Sealed<unknown> | null)[]> {
  const parts = places.map((place) => (place === null ? null : partsOf(place)));
  const entries = await log.entriesAt([...new Set(parts.flatMap((one) => one?.position ?? []))]);
  const said = new Map(entries.map(({ position, data }) => [position, data]));
  return parts.map((one) => one && sealedAt(said.get(one.position), one.path));
}

function partsOf(place: string): { readonly position: number; readonly path: string } {
  const [, position, path] = /^([1-9]\d*):(.+)$/s.exec(place) ?? [];
  if (position === undefined || path === undefined) throw new RangeError('no place of a sealed value');
  return { position: Number(position), path };
}
