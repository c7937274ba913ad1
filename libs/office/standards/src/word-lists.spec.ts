import { describe, expect, it } from '@jest/globals';
import type { RegionCode } from '@lookback/kernel';
import { causeCodes } from './shipped-lists.js';
import { linesOf, type ListInForce, wordOn } from './word-lists.js';

const line = (code: string, zh: string, en: string) => ({ code, zh, en });
const nation: ListInForce = {
  setIn: 'CN' as RegionCode,
  since: '2014-01-01',
  until: '2020-01-01',
  lines: [line('01', '因病', 'illness'), line('05', '缺土地', 'lack of land')],
};
const county: ListInForce = {
  setIn: '610426' as RegionCode,
  since: '2020-01-01',
  until: null,
  lines: [line('01', '病残', 'illness or disability'), line('c5', '其他', 'other')],
};

describe('the word of a code', () => {
  it('is that of the list of the day of which it was said', () => {
    const word = (on: `${number}-${number}-${number}`) => wordOn([nation, county], '01', on)?.zh;
    expect([word('2019-12-31'), word('2020-01-01'), word('2030-01-01')]).toEqual(['因病', '病残', '病残']);
  });

  it('is that of the nearest list that has it, where the list of the day lacks it; before all, of the first', () => {
    expect(wordOn([nation, county], '05', '2021-01-01')).toEqual({ zh: '缺土地', en: 'lack of land' });
    expect(wordOn([nation, county], 'c5', '2019-01-01')?.zh).toBe('其他');
    expect(wordOn([nation, county], '01', '2013-01-01')?.zh).toBe('因病');
    expect(wordOn([nation, county], 'zz', '2021-01-01')).toBeNull();
  });

  it('stands in the value of the standard', () => {
    expect(linesOf('cause-codes', causeCodes)[0]).toEqual({ code: '01', zh: '因病', en: 'illness' });
  });
});
