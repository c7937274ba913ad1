import { describe, expect, it } from '@jest/globals';
import type { RegionCode } from '@lookback/kernel';
import type { UnitName } from './public-name.js';
import { listedPersonId } from './people/take-over-person.js';
import { listedUnitId } from './units/take-over-unit.js';

const [here, there] = ['610426', '430224'] as RegionCode[] as [RegionCode, RegionCode];
const name = '县教育局' as UnitName;

describe('ids of what lists name', () => {
  it('are those that every log of before has', () => {
    expect(listedUnitId(here, name)).toBe('18967911-6303-5cfe-9b04-62466c280b83');
    expect(listedPersonId(here, 'hashed')).toBe('c11812ea-d67c-5b21-9ab2-a293c132695d');
  });

  it('are of one county', () => {
    expect(listedUnitId(there, name)).not.toBe(listedUnitId(here, name));
    expect(listedPersonId(there, 'hashed')).not.toBe(listedPersonId(here, 'hashed'));
  });
});
