import { describe, expect, it } from '@jest/globals';
import type { RegionCode } from '@lookback/kernel';
import { KnownRegions } from './known-regions.js';
import { chainOf, levelOfRegion } from './region-code.js';
import type { Division } from './regions.events.js';
import { shippedRegions } from './shipped-regions.js';

const divisions = shippedRegions().flatMap((county) => county.divisions);
const known = new KnownRegions(divisions);
const code = (text: string) => text as RegionCode;

describe('divisions', () => {
  it('lie in each other by their codes as by their parents', () => {
    const byParents = (own: RegionCode): RegionCode[] => {
      const parent = known.parent(own);
      return parent === undefined ? [own] : [own, ...byParents(parent)];
    };
    for (const { code: own, level } of divisions) {
      expect(chainOf(own)).toEqual(byParents(own));
      expect(known.chain(own)).toEqual(chainOf(own));
      expect(levelOfRegion(own)).toBe(level);
    }
  });

  it('are found from the village up to the nation, and down again', () => {
    expect(known.chain(code('610426110225'))).toEqual(['610426110225', '610426110', '610426', '6104', '61', 'CN']);
    expect(
      known
        .chain(code('610426110225'))
        .map((one) => known.name(one))
        .slice(2),
    ).toEqual(['永寿县', '咸阳市', '陕西省', '全国']);
    expect(known.children(code('CN')).map(({ code: own }) => own)).toEqual(['43', '45', '61']);
    expect(known.children(code('4302'))).toHaveLength(9);
  });

  it('that nobody listed are not known', () => {
    const unknown = code('110101001001');
    expect([known.name(unknown), known.parent(unknown), known.chain(unknown), known.children(unknown)]).toEqual([
      undefined,
      undefined,
      [],
      [],
    ]);
  });
});

describe('a village', () => {
  const named = (...[county, township, village]: [string, string, string]) => known.villageNamed(county, township, village);
  const found = named('永寿县', '甘井镇', '杜家庄村委会');

  it('is found by the names of county, township and village', () => {
    expect(known.name(found ?? code(''))).toBe('杜家庄村委会');
    expect(found).toMatch(/^610426\d{6}$/);
  });

  it.each([
    ['the code of the county', ['610426', '甘井镇', '杜家庄村委会']],
    ['full-width digits and stray spaces', ['６１０４２６', ' 甘井 镇', '杜家庄　村委会 ']],
    ['村 for 村委会', ['永寿县', '甘井镇', '杜家庄村']],
    ['neither', ['永寿县', '甘井镇', '杜家庄']],
    ['the long form', ['永寿县', '甘井镇', '杜家庄村民委员会']],
  ] as const)('is found by %s', (_, [county, township, village]) => {
    expect(named(county, township, village)).toBe(found);
  });

  it.each([
    ['another county', ['攸县', '甘井镇', '杜家庄村委会']],
    ['another township', ['永寿县', '店头镇', '杜家庄村委会']],
    ['a name that nobody has', ['永寿县', '甘井镇', '无名村']],
    ['a part of a name', ['永寿县', '甘井镇', '杜家']],
    ['an empty name', ['永寿县', '甘井镇', '']],
  ] as const)('is not found by %s', (_, [county, township, village]) => {
    expect(named(county, township, village)).toBeNull();
  });

  it('is found without its county where one county of some has it', () => {
    const [yongshou, other] = [code('610426'), code('430224')];
    expect(known.villageInOneOf([other, yongshou], '甘井镇', '杜家庄村')).toBe(found);
    expect(known.villageInOneOf([yongshou, yongshou], '甘井镇', '杜家庄村')).toBeNull();
    expect(known.villageInOneOf([other], '甘井镇', '杜家庄村')).toBeNull();
  });

  it('is not guessed where two can be meant, and still found by its exact name', () => {
    const twins = [
      { code: code('61'), parent: code('CN'), level: 'province', name: '陕西省' },
      { code: code('6104'), parent: code('61'), level: 'city', name: '咸阳市' },
      { code: code('610426'), parent: code('6104'), level: 'county', name: '永寿县' },
      { code: code('610426101'), parent: code('610426'), level: 'township', name: '店头镇' },
      { code: code('610426101001'), parent: code('610426101'), level: 'village', name: '新城社区' },
      { code: code('610426101201'), parent: code('610426101'), level: 'village', name: '新城村' },
    ] as unknown as Division[];
    const few = new KnownRegions(twins);
    expect(few.villageNamed('永寿县', '店头镇', '新城')).toBeNull();
    expect(few.villageNamed('永寿县', '店头镇', '新城村委会')).toBeNull();
    expect(few.villageNamed('永寿县', '店头镇', '新城村')).toBe('610426101201');
  });
});
