import { type CalendarDate, calendarDateIn } from '@lookback/kernel';

/** The day on which specs take place. */
export const fixedDay: CalendarDate = '2020-03-15';

const dayOf = calendarDateIn('Asia/Shanghai');

/** A clock that stands still at an instant: noon of the fixed day in the county, unless said otherwise. */
export const fixedClock = (instant = `${fixedDay}T12:00:00+08:00`) => ({
  now: () => new Date(instant),
  today: () => dayOf(new Date(instant)),
});
