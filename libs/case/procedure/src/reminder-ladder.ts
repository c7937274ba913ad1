import type { StandardValues } from '@lookback/kernel';

/** When somebody is reminded of a limit, in calendar days: the standard `reminder-ladder`. */
export interface Ladder {
  /** Days before the limit; 0 is the day itself. */
  readonly daysBefore: readonly number[];
  /** After the limit, every so many days. */
  readonly thenEvery: number;
}

export const ladderIn = (standing: StandardValues): Ladder => standing['reminder-ladder'] as Ladder;

/** The last step that has come when so many days are left; null before the first. */
export function newestStep({ daysBefore, thenEvery }: Ladder, left: number): number | null {
  const rounds = Math.floor(-left / thenEvery);
  if (left < 0 && rounds > 0) return -rounds * thenEvery;
  const come = daysBefore.filter((step) => step >= left);
  return come.length > 0 ? Math.min(...come) : null;
}
