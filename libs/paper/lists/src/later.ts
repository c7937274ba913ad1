import type { CalendarDate } from '@lookback/kernel';

/** The later of two days. */
export const later = (a: CalendarDate, b: CalendarDate): CalendarDate => (a > b ? a : b);
