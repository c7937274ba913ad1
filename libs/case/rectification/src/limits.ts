import { type CalendarDate, daysAfter } from '@lookback/kernel';
import type { ProblemStatus } from './rectification.codes.js';
import type { TimeLimit, WorkingCalendar } from './standards-read.js';

/** Statuses of a problem that the responsible unit has not yet reported as put right: its limit runs. */
export const limitRuns: readonly ProblemStatus[] = [
  'not-started',
  'in-progress',
  'found',
  'handed-over',
  'accepted',
  'disputed',
  'returned',
  'reopened',
];

interface Limited {
  readonly status: ProblemStatus;
  readonly dueOn: CalendarDate | null;
}

/** Whole days from one day to another; negative when the other is earlier. */
export const daysBetween = (from: CalendarDate, to: CalendarDate): number =>
  (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000;

/** Days to the limit, negative once it has passed; null where no limit runs. */
export const daysLeft = ({ status, dueOn }: Limited, today: CalendarDate): number | null =>
  dueOn === null || !limitRuns.includes(status) ? null : daysBetween(today, dueOn);

export const isOverdue = (problem: Limited, today: CalendarDate): boolean => (daysLeft(problem, today) ?? 0) < 0;

/** The last day of a duration that begins after a day; or the year whose work calendar it takes and nobody has set. */
export function lastDayOf({ days, counted }: TimeLimit, after: CalendarDate, calendar?: WorkingCalendar): CalendarDate | { unset: number } {
  if (counted === 'calendar') return daysAfter(after, days);
  let day = after;
  for (let left = days; left > 0;) {
    day = daysAfter(day, 1);
    const works = isWorked(day, calendar);
    if (works === undefined) return { unset: Number(day.slice(0, 4)) };
    if (works) left -= 1;
  }
  return day;
}

function isWorked(day: CalendarDate, calendar: WorkingCalendar | undefined): boolean | undefined {
  const year = calendar?.years.find((one) => one.year === Number(day.slice(0, 4)));
  if (!year) return undefined;
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday === 0 || weekday === 6 ? year.makeUpDays.includes(day) : !year.daysOff.includes(day);
}
