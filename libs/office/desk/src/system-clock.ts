import { type CalendarDate, calendarDateIn, countyZone } from '@lookback/kernel';
import { Clock } from './ports.js';

export class SystemClock extends Clock {
  private readonly dayOf = calendarDateIn(countyZone);

  now(): Date {
    return new Date();
  }

  today(): CalendarDate {
    return this.dayOf(this.now());
  }
}
