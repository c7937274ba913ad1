import { type CalendarDate, calendarDateIn } from '@lookback/kernel';
import { Clock } from './ports.js';

/** The zone in which the county's days begin and end. */
export const countyZone = 'Asia/Shanghai';

export class SystemClock extends Clock {
  private readonly dayOf = calendarDateIn(countyZone);

  now(): Date {
    return new Date();
  }

  today(): CalendarDate {
    return this.dayOf(this.now());
  }
}
