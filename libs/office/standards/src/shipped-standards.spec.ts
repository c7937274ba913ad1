import { describe, expect, it } from '@jest/globals';
import type { RegionCode } from '@lookback/kernel';
import { shippedRegions } from '@lookback/office/registry';
import { standardNames, type Valued } from './catalogue.js';
import { shippedStandards } from './shipped-standards.js';
import { faultsIn } from './value-of-standard.js';

const shipped = shippedRegions().flatMap(({ county }) => shippedStandards(county));
const adoptedIn = (region: string): readonly Valued[] => shipped.find((one) => one.region === region)?.adopts ?? [];

describe('the shipped standards', () => {
  it('open the nation, and province, city and county from the top', () => {
    expect(shippedStandards('610426' as RegionCode).map(({ region }) => region)).toEqual(['CN', '61', '6104', '610426']);
  });

  it('open all above the shipped divisions', () => {
    expect(new Set(shipped.map(({ region }) => region)).size).toBe(1 + 3 + 5 + 13);
  });

  it('set all in the nation but the work calendar and the patterns of numbers, which have usual ones', () => {
    expect(
      adoptedIn('CN')
        .map(({ standard }) => standard)
        .sort(),
    ).toEqual(standardNames.filter((name) => name !== 'work-calendar' && name !== 'number-patterns').sort());
  });

  it('have the shapes of the catalogue', () => {
    for (const { adopts } of shipped) for (const { standard, value } of adopts) expect(faultsIn(standard, value)).toEqual([]);
  });

  it('let a village of the west exit at 3 %, any other at 2 %', () => {
    const exit = (incidencePerMille: number) => ({ standard: 'village-exit', value: { incidencePerMille } });
    expect(adoptedIn('CN')).toContainEqual(exit(20));
    expect(adoptedIn('61')).toEqual([exit(30)]);
    expect(adoptedIn('45')).toEqual([exit(30)]);
    expect(adoptedIn('43')).toEqual([]);
  });

  it('name the causes, classes and sources that the lists from outside write', () => {
    const titles = JSON.stringify(adoptedIn('CN'));
    for (const title of [
      '因病',
      '缺劳力',
      '交通条件落后',
      '精准识别',
      '扶贫领域违规',
      '自查',
      '群众反映',
      '市级督查',
      '省级巡查',
      '暗访',
      '县级一季度考核',
      '科级干部',
    ])
      expect(titles).toContain(`"${title}"`);
  });
});
