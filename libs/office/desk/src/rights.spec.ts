import { describe, expect, it } from '@jest/globals';
import type { AccountId, RegionCode, UnitId } from '@lookback/kernel';
import { deciders, everyRight, liesIn, onlookers, type Right } from './rights.js';
import { holds, holdsAt, mustHold, regionsWith, RightMissing, type Principal } from './principal.js';

const region = (code: string) => code as RegionCode;
const county = region('610426');
const granted = (...rights: [Right, ...string[]][]): Principal => ({
  account: 'account-1' as AccountId,
  person: null,
  rights: new Map(rights.map(([right, ...regions]) => [right, { regions: regions.map(region), units: [] }])),
});

describe('a region', () => {
  it.each([
    ['610426', '610426', true],
    ['610426101200', '610426', true],
    ['610426101200', '610426101', true],
    ['610426101200', '61', true],
    ['610426', 'CN', true],
    ['CN', 'CN', true],
    ['610426', '610426101', false],
    ['610427', '610426', false],
    ['CN', '61', false],
  ])('%s lies in %s: %s', (inner, outer, lies) => {
    expect(liesIn(region(inner), region(outer))).toBe(lies);
  });
});

describe('an account', () => {
  const who = granted(['record', '610426', '610528'], ['audit', '610426101', '610426']);

  it('holds a right in the regions of its grant and within, and in no other', () => {
    expect(holds(who, ['record'], region('610426101200'))).toBe(true);
    expect(holds(who, ['record'], region('61'))).toBe(false);
    expect(holds(who, ['review'], county)).toBe(false);
    expect(holds(who, ['review', 'audit'], county)).toBe(true);
  });

  it('holds a right where no region is asked for, if it has it anywhere', () => {
    expect(holds(who, ['record'])).toBe(true);
    expect(holds(who, ['review'])).toBe(false);
    expect(holds(granted(['record']), ['record'])).toBe(false);
  });

  it('has each region once', () => {
    expect(regionsWith(who, ['record', 'audit'])).toEqual(['610426', '610528', '610426101']);
  });

  it('that lacks a right is told which, and where', () => {
    expect(() => mustHold(who, ['record'], county)).not.toThrow();
    const missing = new RightMissing(['review', 'approve'], county);
    expect(() => mustHold(who, ['review', 'approve'], county)).toThrow(missing);
    expect(missing).toMatchObject({ needed: ['review', 'approve'], region: county });
    expect(missing.message).toBe('this needs the right to review or approve in 610426');
  });
});

describe('a right for a unit', () => {
  const [bureau, school] = ['bureau', 'school'] as [UnitId, UnitId];
  const who: Principal = { ...granted(), rights: new Map([['record', { regions: [], units: [bureau] }]]) };

  it('is held in what lies with the unit, in whatever region, and in nothing else', () => {
    expect(holdsAt(who, ['record'], { regions: [county], units: [school, bureau] })).toBe(true);
    expect(holdsAt(who, ['record'], { regions: [county], units: [school] })).toBe(false);
    expect(holdsAt(who, ['record'], { regions: [], units: [] })).toBe(false);
    expect(holdsAt(who, ['review'], { regions: [county], units: [bureau] })).toBe(false);
    expect([holds(who, ['record']), holds(who, ['record'], county)]).toEqual([true, false]);
  });
});

describe('rights', () => {
  it('to look on and to decide are apart', () => {
    expect([...onlookers].filter((right) => deciders.has(right))).toEqual([]);
    expect(everyRight).toEqual(expect.arrayContaining([...onlookers, ...deciders]));
  });
});
