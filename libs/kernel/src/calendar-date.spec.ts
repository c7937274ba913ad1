import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type CalendarDate, calendarDateIn, daysAfter, isCalendarDate } from './index.js';

const seed = 20200229;
const two = (n: number) => String(n).padStart(2, '0');
const written = (year: number, month: number, day: number) => `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;

/** The Gregorian rule itself, said without a Date. */
const leap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
const lengths = (year: number) => [31, leap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const exists = (year: number, month: number, day: number) => day >= 1 && day <= (lengths(year)[month - 1] ?? 0);

const days = fc
  .tuple(fc.integer({ min: 1900, max: 2199 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 31 }))
  .filter((numbers) => exists(...numbers))
  .map((numbers) => written(...numbers) as CalendarDate);

describe('a calendar date', () => {
  it('is a day that exists, and nothing else is', () => {
    const numbers = [fc.integer({ min: 0, max: 9999 }), fc.integer({ min: 0, max: 14 }), fc.integer({ min: 0, max: 33 })] as const;
    fc.assert(
      fc.property(...numbers, (y, m, d) => {
        expect(isCalendarDate(written(y, m, d))).toBe(y >= 1000 && exists(y, m, d));
      }),
      { numRuns: 5_000, seed },
    );
  });

  it.each(['2020-2-29', '2020-02-29 ', '20200229', '2020-02-29T00:00', '+002020-02-29', '２０２０-02-29', '2020-02-29\n', ''])(
    'is not written %j',
    (text) => expect(isCalendarDate(text)).toBe(false),
  );

  it('comes back from so many days later', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -40_000, max: 40_000 }), (day, n) => {
        expect(isCalendarDate(daysAfter(day, n))).toBe(true);
        expect(daysAfter(daysAfter(day, n), -n)).toBe(day);
        expect(daysAfter(day, n) > day).toBe(n > 0); // sorts as text
      }),
      { seed },
    );
  });

  it('follows the last day of February', () => {
    expect([daysAfter('2020-02-28', 1), daysAfter('2021-02-28', 1), daysAfter('2020-01-01', -1)]).toEqual([
      '2020-02-29',
      '2021-03-01',
      '2019-12-31',
    ]);
  });

  it.each([
    ['2020-03-15T15:59:59.999Z', '2020-03-15'],
    ['2020-03-15T16:00:00.000Z', '2020-03-16'],
  ])('is the day in the county that an instant falls on: %s', (instant, day) =>
    expect(calendarDateIn('Asia/Shanghai')(new Date(instant))).toBe(day),
  );

  it.each(['Asia/Shanghai', 'Asia/Kathmandu', 'America/St_Johns'])('is the same whatever was asked before, in %s', (zone) => {
    const instants = fc.date({ min: new Date('1990-01-01'), max: new Date('2040-01-01'), noInvalidDate: true });
    const dayIn = calendarDateIn(zone);
    fc.assert(
      fc.property(instants, fc.integer({ min: -86_400_000, max: 86_400_000 }), (instant, further) => {
        for (const one of [instant, new Date(instant.getTime() + further)]) expect(dayIn(one)).toBe(calendarDateIn(zone)(one));
      }),
      { numRuns: 300, seed },
    );
  });
});
