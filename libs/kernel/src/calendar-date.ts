/** A day in the county's calendar, `YYYY-MM-DD`; never an instant. Sorts as text. */
export type CalendarDate = `${number}-${number}-${number}`;

/** Nothing that an office knows is older, and PostgreSQL has no year 0. */
const shape = /^([1-9]\d{3})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

/** True for a day that exists: `2020-02-29` yes, `2021-02-29` no. */
export function isCalendarDate(text: string): text is CalendarDate {
  const [, year, month, day] = shape.exec(text) ?? [];
  return day !== undefined && (day < '29' || Number(day) <= daysIn(Number(year), Number(month)));
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Milliseconds. In every zone of today a day begins with a quarter of an hour, and what is asked of follows in time: most ask of the last again. */
const quarterHour = 15 * 60_000;

/** The zone in which the county's days begin and end. */
export const countyZone = 'Asia/Shanghai';

/** The day that an instant falls on in a time zone, e.g. `calendarDateIn('Asia/Shanghai')(new Date())`. */
export function calendarDateIn(zone: string): (instant: Date) => CalendarDate {
  const format = new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' });
  let [last, day] = [NaN, '' as CalendarDate];
  return (instant) => {
    const quarter = Math.floor(instant.getTime() / quarterHour);
    if (quarter !== last) [last, day] = [quarter, format.format(instant) as CalendarDate];
    return day;
  };
}

/** The day so many days later (earlier when negative). */
export function daysAfter(day: CalendarDate, days: number): CalendarDate {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10) as CalendarDate;
}
