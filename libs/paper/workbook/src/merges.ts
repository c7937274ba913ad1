import type { Merge } from './merge.js';
import type { SheetRow } from './row.js';

/** More than a list has; a file may claim as many as it likes. */
export const mostMerges = 100_000;

const reference = /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/;

/** `A2:A4`; undefined where it is no range. */
export function mergeOf(ref: string): Merge | undefined {
  const [, left = '', top, right = '', bottom] = reference.exec(ref) ?? [];
  return top === undefined ? undefined : { top: Number(top), bottom: Number(bottom), left: columnOf(left), right: columnOf(right) };
}

/** `A` is 0. */
export function columnOf(letters: string): number {
  let column = 0;
  for (let at = 0; at < letters.length; at++) column = column * 26 + letters.charCodeAt(at) - 64;
  return column - 1;
}

/** Gives each row what the cells say that it shares with others. Excel keeps it in the first one, and lets no two ranges overlap. */
export function spread(rows: readonly SheetRow[], merges: readonly Merge[]): void {
  const places = new Map(merges.length === 0 ? [] : rows.map((row, i) => [row.number, i]));
  for (const merge of apart(merges)) {
    const at = places.get(merge.top);
    const first = at === undefined ? undefined : rows[at];
    if (at === undefined || !first) continue; // of the title or the header
    for (let i = at; (rows[i]?.number ?? Infinity) <= merge.bottom; i++) rows[i]?.share(first, merge);
  }
}

/** Those that begin below where the last one of their first column ended: what overlaps is no work of Excel's, and would never end. */
function apart(merges: readonly Merge[]): Merge[] {
  const ends = new Map<number, number>();
  return [...merges]
    .sort((a, b) => a.top - b.top)
    .filter(({ top, bottom, left }) => {
      if ((ends.get(left) ?? 0) >= top) return false;
      ends.set(left, bottom);
      return true;
    });
}
