import type { StandardValues, WorkingCalendar } from '@lookback/kernel';

/** The standard `work-calendar`; undefined where none is set. */
export const calendarIn = (standing: StandardValues): WorkingCalendar | undefined =>
  standing['work-calendar'] as WorkingCalendar | undefined;
