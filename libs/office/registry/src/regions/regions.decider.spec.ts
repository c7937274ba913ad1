import { describe, it } from '@jest/globals';
import { type RegionCode, streamName } from '@lookback/kernel';
import { attributionOf, by, countyOffice, rulesOf } from '@lookback/testing';
import * as rule from './regions.decider.js';
import { type Division, regionsAdopted, type RegionSource } from './regions.events.js';

const given = rulesOf(rule.countyRegions);
const code = (text: string) => text as RegionCode;
const division = (own: string, parent: string, level: Division['level'], name: string) =>
  ({ code: code(own), parent: code(parent), level, name }) as Division;

const province = division('61', 'CN', 'province', '陕西省');
const city = division('6104', '61', 'city', '咸阳市');
const yongshou = division('610426', '6104', 'county', '永寿县');
const town = division('610426101', '610426', 'township', '店头镇');
const village = division('610426101200', '610426101', 'village', '仪井村委会');
const county = yongshou.code;
const source = 'test-1' as RegionSource;
const whole = [province, city, yongshou, town, village];
const adopt = (divisions: Division[]) => ({ county, source, divisions });
const here = { subject: streamName('regions', county) };

describe('the divisions of a county', () => {
  it('are taken over with the city and province above them', () => {
    given()
      .when(rule.adoptRegions, adopt(whole), countyOffice, here)
      .then(regionsAdopted(adopt(whole)));
  });

  it('are taken over once, and another list of them from its own day on', () => {
    const adopted = given(by(countyOffice, regionsAdopted(adopt(whole)), attributionOf(countyOffice)));
    adopted.when(rule.adoptRegions, adopt(whole), countyOffice, here).thenRefused('regions.adopted-already', { county });
    const next = adopt([...whole.slice(0, 4), division('610426101201', '610426101', 'village', '新仪井村委会')]);
    adopted.when(rule.adoptRegions, next, countyOffice, here).then(regionsAdopted(next));
  });

  it('are kept under the code of their own county', () => {
    const elsewhere = { subject: streamName('regions', '430204') };
    given().when(rule.adoptRegions, adopt(whole), countyOffice, elsewhere).thenRefused('regions.other-county', { county });
  });

  it.each([
    ['without the county itself', [province, city], 'regions.county-absent', { county }],
    ['with a code twice', [...whole, town], 'regions.code-twice', { code: town.code }],
    [
      'with a level that its code does not have',
      [...whole.slice(0, 4), { ...village, level: 'township' as const }],
      'regions.level-unlike-code',
      { code: village.code, level: 'township' },
    ],
    [
      'under a parent in which its code does not lie',
      [...whole.slice(0, 4), { ...village, parent: county }],
      'regions.parent-unlike-code',
      { code: village.code, parent: county, above: town.code },
    ],
    [
      'without the township of a village',
      whole.filter((one) => one !== town),
      'regions.parent-absent',
      { code: village.code, parent: town.code },
    ],
    ['with a neighbour', [...whole, division('610427', '6104', 'county', '彬县')], 'regions.outside-county', { code: '610427', county }],
  ])('are refused %s', (_, divisions, rules, facts) => {
    given().when(rule.adoptRegions, adopt(divisions), countyOffice, here).thenRefused(rules, facts);
  });
});
