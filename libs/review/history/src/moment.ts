import { type CalendarDate, isCalendarDate, type Moment } from '@lookback/kernel';
import type { EventLog } from '@lookback/log/event-log';
import type { Clock } from '@lookback/office/desk';

/** What of a moment cannot be read: which field, its value, and what it takes. */
export class MomentUnreadable extends Error {
  override readonly name = 'MomentUnreadable';
  constructor(
    readonly field: 'at' | 'known',
    readonly value: string,
    readonly en: string,
    readonly zh: string,
  ) {
    super(`${field} is "${value}"; it must be ${en}`);
  }
}

/**
 * The moment that is asked for. `at` is a day, today where it is left out. `known` is `@position`, an instant (the last position
 * recorded by then), or a day (its end in the county's zone); the newest position where it is left out. Source: look-back.md.
 */
export async function momentOf(
  query: { at?: string | undefined; known?: string | undefined },
  log: EventLog,
  clock: Clock,
): Promise<Moment> {
  const { at = clock.today(), known } = query;
  if (!isCalendarDate(at)) throw new MomentUnreadable('at', at, 'a day that exists, such as 2018-06-30', '应为存在的日期，如 2018-06-30');
  return { effective: at, known: known === undefined ? await log.head() : await positionOf(known, log) };
}

async function positionOf(known: string, log: EventLog): Promise<number> {
  if (/^@\d{1,15}$/.test(known)) return Math.min(Number(known.slice(1)), await log.head());
  if (isCalendarDate(known)) return log.positionAt(endOf(known));
  const instant = isInstant(known) ? new Date(known) : undefined;
  if (instant && !Number.isNaN(instant.getTime())) return log.positionAt(instant);
  throw new MomentUnreadable(
    'known',
    known,
    'a position such as @4711, a day, or an instant such as 2018-07-15T09:00:00+08:00',
    '应为位置（如 @4711）、日期或时刻（如 2018-07-15T09:00:00+08:00）',
  );
}

/** Date by itself also takes February the 30th. */
const isInstant = (text: string): boolean =>
  isCalendarDate(text.slice(0, 10)) && /^[\d-]{10}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/.test(text);

/** The last millisecond of a day in the county's zone, which has no summer time. */
const endOf = (day: CalendarDate): Date => new Date(Date.parse(`${day}T23:59:59.999+08:00`));
