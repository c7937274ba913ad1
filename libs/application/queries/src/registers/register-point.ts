import { type CalendarDate, calendarDateIn, countyZone, Inapplicable, input, isCalendarDate } from '@lookback/kernel';
import type { EventLog } from '@lookback/log/event-log';
import type { Clock } from '@lookback/office/desk';
import { momentOf, MomentUnreadable } from '@lookback/review/history';
import type { AskedParameters } from './parameters.js';
import type { QueryFaults } from './unreadable-query.js';

const dayOf = calendarDateIn(countyZone);

/** Of which point of the two clocks a register is asked. */
export interface RegisterPoint {
  readonly day: CalendarDate;
  /** Whether nothing is known of a later day. */
  readonly isLastDay: boolean;
  /** Null: as far as the register has come. */
  readonly position: number | null;
  /** The later day that was asked for, of which nothing was known yet; else null. */
  readonly notYet: CalendarDate | null;
  /** Since which position changes are wanted; else null. */
  readonly since: number | null;
}

interface Knows {
  readonly log: EventLog;
  readonly clock: Clock;
}

/** A day after that of what was known answers as that day; one that lies ahead is a fault. Source: architecture.md. */
export async function pointOf({ at, known, since }: AskedParameters, { log, clock }: Knows, faults: QueryFaults): Promise<RegisterPoint> {
  const today = clock.today();
  const asked = at === undefined ? today : dayTyped(at, today, faults);
  const position = known === undefined ? null : await positionOf('known', known, { log, clock, faults });
  const from = since === undefined ? null : await positionOf('since', since, { log, clock, faults });
  const last = position === null ? today : await lastDayOf(known ?? '', position, { log, today });
  const day = asked > last ? last : asked;
  return {
    day,
    isLastDay: day === today,
    position,
    notYet: day === asked ? null : asked,
    since: from === null ? null : Math.min(from, position ?? from),
  };
}

function dayTyped(at: string, today: CalendarDate, faults: QueryFaults): CalendarDate {
  const read = input.day(at);
  if (read instanceof Inapplicable)
    faults.add('at', at, { en: 'must be a day that exists, such as 2018-06-30', zh: '应为存在的日期，如 2018-06-30' });
  else if (read.value > today) faults.add('at', at, { en: `must be no later than today, ${today}`, zh: `应不晚于今天（${today}）` });
  else return read.value;
  return today;
}

async function positionOf(
  field: 'known' | 'since',
  typed: string,
  { log, clock, faults }: Knows & { readonly faults: QueryFaults },
): Promise<number> {
  try {
    return (await momentOf({ known: typed }, log, clock)).known;
  } catch (error) {
    if (!(error instanceof MomentUnreadable)) throw error;
    faults.add(field, typed, { en: `must be ${error.en}`, zh: error.zh });
    return 0;
  }
}

/** The last day of which something can be known: today at the newest position; before, the day that was asked for, or on which the entry was recorded. */
async function lastDayOf(
  known: string,
  position: number,
  { log, today }: Pick<Knows, 'log'> & { readonly today: CalendarDate },
): Promise<CalendarDate> {
  if (isCalendarDate(known)) return known < today ? known : today;
  if (position === 0 || position === (await log.head())) return today;
  const instant = known.startsWith('@') ? (await log.entriesAt([position]))[0]?.recordedAt : new Date(known);
  const day = instant === undefined ? today : dayOf(instant);
  return day < today ? day : today;
}
