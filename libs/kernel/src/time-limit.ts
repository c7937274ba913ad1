import { type CalendarDate, daysAfter } from './calendar-date.js';

/** A duration, and which days it counts. */
export interface TimeLimit {
  readonly days: number;
  readonly counted: 'calendar' | 'working';
}

/** Days off and days made up for, of the years that somebody has set. */
export interface WorkingCalendar {
  readonly years: readonly { readonly year: number; readonly daysOff: readonly string[]; readonly makeUpDays: readonly string[] }[];
}

/** Whole days from one day to another; negative when the other is earlier. */
export const daysBetween = (from: CalendarDate, to: CalendarDate): number =>
  (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000;

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

/** True from Monday to Friday. */
const isWeekday = (day: CalendarDate): boolean => ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());

function isWorked(day: CalendarDate, calendar: WorkingCalendar | undefined): boolean | undefined {
  const year = calendar?.years.find((one) => one.year === Number(day.slice(0, 4)));
  if (!year) return undefined;
  return isWeekday(day) ? !year.daysOff.includes(day) : year.makeUpDays.includes(day);
}

/** The same where a due day is needed whatever the office has set: in years without a calendar, Monday to Friday are worked. */
export function lastDayOrWeekday({ days, counted }: TimeLimit, after: CalendarDate, calendar?: WorkingCalendar): CalendarDate {
  let day = after;
  for (let left = days; left > 0;) {
    day = daysAfter(day, 1);
    if (counted === 'calendar' || (isWorked(day, calendar) ?? isWeekday(day))) left -= 1;
  }
  return day;
}
