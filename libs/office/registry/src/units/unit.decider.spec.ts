import { describe, it } from '@jest/globals';
import type { RegionCode } from '@lookback/kernel';
import { by, countyOffice, rulesOf } from '@lookback/testing';
import type { UnitName } from '../public-name.js';
import { TakeOverUnit } from './take-over-unit.js';
import { unitChapter } from './unit.chapter.js';
import { registerUnit, takeOverUnit } from './unit.decider.js';
import { unitRegistered } from './unit.events.js';

const given = rulesOf(unitChapter);
const civilAffairs = { name: '县民政局' as UnitName, kind: 'department', region: '610426' as RegionCode, level: 'county' } as const;
const zone = { name: '店头战区' as UnitName, kind: 'battle-zone', region: '610426101' as RegionCode, level: 'county' } as const;

describe('a unit', () => {
  it('comes on record with its region and level', () => {
    given().when(registerUnit, civilAffairs, countyOffice).then(unitRegistered(civilAffairs));
  });

  it('may be of a higher level than the region where it works', () => {
    given().when(registerUnit, zone, countyOffice).then(unitRegistered(zone));
  });

  it('is not of a lower one', () => {
    given()
      .when(registerUnit, { ...civilAffairs, level: 'village' }, countyOffice)
      .thenRefused('unit.level-below-region', { region: '610426', level: 'village' });
  });

  it('comes on record once', () => {
    given(by(countyOffice, unitRegistered(civilAffairs)))
      .when(registerUnit, zone, countyOffice)
      .thenRefused('unit.registered-already', { name: civilAffairs.name });
  });

  it('that a list names is taken for a body of the county, once', () => {
    const { name, region: county } = civilAffairs;
    const listed = TakeOverUnit.from({ name, county });
    given()
      .when(takeOverUnit, listed, countyOffice)
      .then(unitRegistered({ name, kind: 'other', region: county, level: 'county' }));
    given(by(countyOffice, unitRegistered(civilAffairs)))
      .when(takeOverUnit, listed, countyOffice)
      .thenRefused('unit.registered-already', { name });
  });
});
