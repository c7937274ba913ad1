import { describe, expect, it } from '@jest/globals';
import { day } from './days.js';

describe('a day', () => {
  it.each(['2015-03-05', '2015/3/5', '2015.03.5', '2015年3月5日', ' ２０１５-３-５ '])('is read from %s', (written) => {
    expect(day(written)).toEqual({ value: '2015-03-05', plainly: '2015-03-05' });
  });

  it.each([
    ['', 'list.value-missing'],
    ['2015-02-29', 'list.day-unreadable'],
    ['2015-13-01', 'list.day-unreadable'],
    ['15-3-5', 'list.day-unreadable'],
    ['42068', 'list.day-unreadable'],
    ['2015-03-05 10:00', 'list.day-unreadable'],
  ])('is not read from %j', (written, rule) => {
    expect(day(written)).toMatchObject({ rule });
  });
});
