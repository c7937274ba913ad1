import { describe, expect, it } from '@jest/globals';
import type { RegionCode } from '@lookback/kernel';
import { by, rulesOf, townshipCadre } from '@lookback/testing';
import { around, highestOf, type SeriesNumber } from './series.codes.js';
import { reserveNumbers, seriesChapter } from './series.decider.js';
import * as did from './series.events.js';
import { seriesSentences } from './series.sentences.js';

const given = rulesOf(seriesChapter);
const seriesKey = { county: '610426' as RegionCode, kind: 'problem', year: 2020 } as const;
const reserved = (n: number, ...numbers: string[]) => did.numbersReserved({ ...seriesKey, n, numbers: numbers as SeriesNumber[] });
const patterns = { standards: { 'number-patterns': { problem: 'YS{year}W-{n}', cancellation: 'X-{n}' } } };

describe('a series', () => {
  it('begins with its first number', () => {
    given()
      .when(reserveNumbers, { ...seriesKey, count: 1, above: 0 }, townshipCadre)
      .then(reserved(1, 'ZG-2020-0001'));
  });

  it('goes on after the last, and above what is known to stand', () => {
    const last = by(townshipCadre, reserved(7, 'ZG-2020-0007'), { effectiveOn: '2020-03-01' });
    given(last)
      .when(reserveNumbers, { ...seriesKey, count: 1, above: 3 }, townshipCadre)
      .then(reserved(8, 'ZG-2020-0008'));
    given(last)
      .when(reserveNumbers, { ...seriesKey, count: 1, above: 12_345 }, townshipCadre)
      .then(reserved(12_346, 'ZG-2020-12346'));
  });

  it('gives a run in one go, after the whole of which the next one comes', () => {
    const run = reserved(8, 'ZG-2020-0008', 'ZG-2020-0009', 'ZG-2020-0010');
    given(by(townshipCadre, reserved(7, 'ZG-2020-0007'), { effectiveOn: '2020-03-01' }))
      .when(reserveNumbers, { ...seriesKey, count: 3, above: 0 }, townshipCadre)
      .then(run);
    given(by(townshipCadre, run, { effectiveOn: '2020-03-01' }))
      .when(reserveNumbers, { ...seriesKey, count: 2, above: 9 }, townshipCadre)
      .then(reserved(11, 'ZG-2020-0011', 'ZG-2020-0012'));
  });

  it('knows the highest among numbers that somebody typed, and which are not its own', () => {
    const numbers = ['ZG-2020-0007', 'ZG-2020-12', 'ZG-2021-0099', 'ZG-2020-1-3', 'ZG-2020-', '15'];
    expect(highestOf(numbers, around('ZG-{year}-{n}', 2020))).toBe(12);
    expect(highestOf(['7号', '3号', '号'], around('{n}号', 2020))).toBe(7);
    expect(highestOf([], around('ZG-{year}-{n}', 2020))).toBe(0);
  });

  it('tells one number, and a run of them', () => {
    const told = (...numbers: string[]) =>
      seriesSentences.NumbersReserved({ ...seriesKey, n: 1, numbers: numbers as SeriesNumber[] }, {} as never);
    expect(told('ZG-1')).toEqual({ en: 'The number ZG-1 was reserved (problem).', zh: '预留问题编号 ZG-1。' });
    expect(told('ZG-1', 'ZG-2', 'ZG-3')).toEqual({
      en: 'The 3 numbers ZG-1 to ZG-3 were reserved (problem).',
      zh: '预留问题编号 ZG-1 至 ZG-3，共 3 个。',
    });
  });

  it('numbers by the county’s pattern', () => {
    given()
      .when(reserveNumbers, { ...seriesKey, count: 1, above: 0 }, townshipCadre, patterns)
      .then(reserved(1, 'YS2020W-0001'));
    expect(around('YS{year}W-{n}', 2020)).toEqual({ before: 'YS2020W-', after: '' });
  });
});
