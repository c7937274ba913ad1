import { type CalendarDate, isCalendarDate } from '@lookback/kernel';
import type { Kind } from './kinds.js';
import { code } from './kinds.js';
import { unfit } from './lists.rules.js';

const asPeopleWrite = /^(\d{4})(?:[-./]|年)(\d{1,2})(?:[-./]|月)(\d{1,2})日?$/;

/** A day that exists: one of Excel's, or `2015-03-05`, `2015/3/5`, `2015.3.5`, `2015年3月5日`. */
export const day: Kind<CalendarDate> = (written) => {
  const [, year = '', month = '', date = ''] = asPeopleWrite.exec(code(written)) ?? [];
  const plainly = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  if (isCalendarDate(plainly)) return { value: plainly, plainly };
  return code(written) === '' ? unfit('list.value-missing') : unfit('list.day-unreadable');
};
