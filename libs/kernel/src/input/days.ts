import { type CalendarDate, isCalendarDate } from '../calendar-date.js';
import { code, spaced } from './characters.js';
import { unreadable } from './input.rules.js';
import { type Meant, missing, type Reading } from './meant.js';
import type { Inapplicable } from '../refusal.js';

/** Nobody that an office deals with was born, and nothing that it deals with happened, before; and no limit lies after. */
const least = '1900-01-01';
const most = '2100-12-31';

const dash = /[\u2010-\u2015\u2212]/g;
const asPeopleWrite =
  /^(\d{4})(?:-(\d{1,2})-(\d{1,2})|\/(\d{1,2})\/(\d{1,2})|\.(\d{1,2})\.(\d{1,2})|年(\d{1,2})月(\d{1,2})日?|(\d{2})(\d{2}))$/;
/** A time of day behind it: a text reads as a cell that has one. One with a zone is an instant, and may be of another day here. */
const time = /(?:T|(?<=日) ?|(?<=\d) )\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?[AP]M)?$/i;

const numerals = '〇一二三四五六七八九';
const inHan = /^([〇○零一二三四五六七八九]{4})年([元一二三四五六七八九十]{1,2})月([一二三四五六七八九十廿]{1,3})日?$/;

/**
 * A day that exists, from 1900 to 2100, in one of the notations that leave no doubt: `2015-03-05`, `2015/3/5`, `2015.3.5`,
 * `2015年3月5日`, `20150305`, `二〇一五年三月五日`; with a time of day or without.
 */
export const day: Reading<CalendarDate> = (written) => {
  if (isCalendarDate(written)) return possible(written);
  const plainly = code(spaced(written).replace(time, '')).replace(dash, '-');
  if (plainly === '') return missing;
  const digits = inHan.test(plainly) ? inDigits(plainly) : plainly;
  const [year, month, date] = (asPeopleWrite.exec(digits) ?? []).slice(1).filter((part: string | undefined) => part !== undefined);
  const found = `${year ?? ''}-${(month ?? '').padStart(2, '0')}-${(date ?? '').padStart(2, '0')}`;
  return isCalendarDate(found) ? possible(found) : unreadable('input.day-unreadable');
};

function inDigits(plainly: string): string {
  const [, year = '', month = '', date = ''] = inHan.exec(plainly) ?? [];
  const figures = Array.from(year.replace(/[○零]/g, '〇'), (sign) => numerals.indexOf(sign)).join('');
  return `${figures}-${upToNinetyNine(month)}-${upToNinetyNine(date)}`;
}

/** `二十三`, `廿三`, `十`; 0 where it is no number. */
function upToNinetyNine(han: string): number {
  const [, tens, ones] = /^(?:([二三]?十|廿))?([元一二三四五六七八九])?$/.exec(han) ?? [];
  const ten = !tens ? 0 : tens === '廿' ? 2 : tens.length === 1 ? 1 : numerals.indexOf(tens.charAt(0));
  return ten * 10 + (!ones ? 0 : ones === '元' ? 1 : numerals.indexOf(ones));
}

const possible = (found: CalendarDate): Meant<CalendarDate> | Inapplicable =>
  found < least || found > most ? unreadable('input.day-impossible', { least, most }) : { value: found, plainly: found };

/** A day that is not after another, such as the date of a list that states it. */
export const dayUpTo =
  (last: CalendarDate): Reading<CalendarDate> =>
  (written) => {
    const read = day(written);
    return 'value' in read && read.value > last ? unreadable('input.day-impossible', { least, most: last }) : read;
  };
