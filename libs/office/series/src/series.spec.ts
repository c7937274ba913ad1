import { describe, expect, it } from '@jest/globals';
import type { RegionCode } from '@lookback/kernel';
import { by, rulesOf, townshipCadre } from '@lookback/testing';
import { around, type SeriesNumber } from './series.codes.js';
import { reserveNumber, seriesChapter } from './series.decider.js';
import * as did from './series.events.js';

const given = rulesOf(seriesChapter);
const of = { county: '610426' as RegionCode, kind: 'problem', year: 2020 } as const;
const reserved = (n: number, number: string) => did.numberReserved({ ...of, n, number: number as SeriesNumber });
const patterns = { standards: { 'number-patterns': { problem: 'YS{year}W-{n}', cancellation: 'X-{n}' } } };

describe('a series', () => {
  it('begins with its first number', () => {
    given()
      .when(reserveNumber, { ...of, above: 0 }, townshipCadre)
      .then(reserved(1, 'ZG-2020-0001'));
  });

  it('goes on after the last, and above what is known to stand', () => {
    const last = by(townshipCadre, reserved(7, 'ZG-2020-0007'), { effectiveOn: '2020-03-01' });
    given(last)
      .when(reserveNumber, { ...of, above: 3 }, townshipCadre)
      .then(reserved(8, 'ZG-2020-0008'));
    given(last)
      .when(reserveNumber, { ...of, above: 12_345 }, townshipCadre)
      .then(reserved(12_346, 'ZG-2020-12346'));
  });

  it('numbers by the county’s pattern', () => {
    given()
      .when(reserveNumber, { ...of, above: 0 }, townshipCadre, patterns)
      .then(reserved(1, 'YS2020W-0001'));
    expect(around('YS{year}W-{n}', 2020)).toEqual({ before: 'YS2020W-', after: '' });
  });
});
