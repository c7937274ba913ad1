import type { Entry } from '../port/event-log.js';

/** The entries that stand at some positions, in the order of these. */
export function inOrderOf(positions: readonly number[], entries: readonly Entry[]): Entry[] {
  const there = new Map(entries.map((entry) => [entry.position, entry]));
  return positions.flatMap((position) => there.get(position) ?? []);
}
