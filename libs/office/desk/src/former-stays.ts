import {
  type Attributed,
  type CalendarDate,
  countingOn,
  everything,
  Inapplicable,
  type RegionCode,
  type Resolved,
  step,
} from '@lookback/kernel';
import type { AnySubject } from './subject.js';
import type { FormerStay } from './visible.js';

const firstDay: CalendarDate = '0001-01-01';
const apart = (a: readonly RegionCode[], b: readonly RegionCode[]) => a.length !== b.length || a.some((code, i) => code !== b[i]);

/** Where a subject lay before it came to lie where it does, as its entries that count say, in the order in which they took effect. */
export function formerStays(subject: AnySubject, entries: readonly Resolved[]): FormerStay[] {
  if (!subject.movesBy || !entries.some(({ type }) => subject.movesBy?.includes(type))) return [];
  const stays: FormerStay[] = [];
  let [state, regions, from]: [unknown, readonly RegionCode[], CalendarDate] = [subject.initial, [], firstDay];
  for (const entry of countingOn(everything.effective, entries, subject.onEveryDay)) {
    const next = step(subject, state, entry);
    if (next instanceof Inapplicable) continue;
    const now = subject.regionsOf((state = next));
    if (!apart(now, regions)) continue;
    const day = entry.by.effectiveOn;
    if (regions.length > 0 && from < day) stays.push({ regions, from, to: day });
    [regions, from] = [now, regions.length > 0 ? day : firstDay];
  }
  return stays;
}

/** Whether an entry took effect in one of some times. */
export const tookEffectIn = (stays: readonly FormerStay[], { by: { effectiveOn: day } }: Attributed): boolean =>
  stays.some(({ from, to }) => from <= day && day < to);
