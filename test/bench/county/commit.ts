import type { CalendarDate, EventOf, Holder, StreamName } from '@lookback/kernel';
import type { Commit } from '@lookback/log/event-log';
import { lastDay } from './plan.js';

const days = Array.from({ length: lastDay + 400 }, (_, n) => new Date(Date.UTC(2014, 0, 1 + n)).toISOString().slice(0, 10) as CalendarDate);

/** The nth day after 2014-01-01. */
export const dayOf = (nth: number): CalendarDate => days[nth] as CalendarDate;

/** Of which command an entry of a stream comes, by how many entries stood there before: its id follows from that. */
export const keyOf = (expected: number) => `county/${expected}` as Commit['key'];

/** One entry, as the generated county has it: after so many, effective on a day of 2014 and later; `actedBy` where somebody of the office did it. */
export const commitOn = (stream: string, expected: number, on: number, event: EventOf, actedBy?: Holder): Commit => ({
  stream: stream as StreamName,
  expected,
  key: keyOf(expected),
  body: 'generated' as Commit['body'],
  by: {
    effectiveOn: dayOf(on),
    mode: 'act',
    ...(actedBy && { actedBy }),
    recordedBy: { account: 'a-generated' as never },
    reads: [],
    evidence: [],
    breaches: [],
  },
  events: [event],
});
