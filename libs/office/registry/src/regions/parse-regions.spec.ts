import { describe, expect, it } from '@jest/globals';
import { isPublicName } from '../public-name.js';
import { parseRegions, RegionsUnreadable } from './parse-regions.js';
import type { RegionSource } from './regions.events.js';
import { shippedRegions } from './shipped-regions.js';

const parse = (lines: readonly string[]) => parseRegions(lines.join('\n'), 'test-1' as RegionSource);
const header = 'code,name,level,parent';
const top = ['61,陕西省,province,', '6104,咸阳市,city,61', '610426,永寿县,county,6104'];
const problemsOf = (lines: readonly string[]): readonly string[] => {
  try {
    parse(lines);
  } catch (error) {
    if (error instanceof RegionsUnreadable) return error.problems;
    throw error;
  }
  throw new Error('the list was taken');
};

describe('a list of divisions', () => {
  it('is one adoption for each county, with what lies above it first', () => {
    const [adoption, ...others] = parse([header, ...top, '610426101,店头镇,township,610426']);
    expect(others).toEqual([]);
    expect(adoption).toMatchObject({ county: '610426', source: 'test-1' });
    expect(adoption?.divisions.map(({ code, parent }) => `${code}<${parent}`)).toEqual([
      '61<CN',
      '6104<61',
      '610426<6104',
      '610426101<610426',
    ]);
  });

  it('may have its columns in any order, quotes, a byte order mark and Windows line ends', () => {
    const [adoption] = parse([
      '\uFEFF"parent","level","name","code"\r',
      ',province,"陕西省",61\r',
      '61,city,咸阳市,6104\r',
      '6104,county,永寿县,610426\r',
      '',
    ]);
    expect(adoption?.divisions.map(({ name }) => name)).toEqual(['陕西省', '咸阳市', '永寿县']);
  });

  it.each([
    ['a column that is missing', ['code,name,level'], 'line 1: column parent is missing'],
    ['an empty list', [header], 'it lists no county'],
    ['a code that is no number', [header, ...top, '61042A,x,township,610426'], 'line 5: code "61042A" is not made of 2 to 12 digits'],
    [
      'wrong digits',
      [header, ...top, '6104261,店头镇,township,610426'],
      'line 5: The number of digits of code 6104261 does not match the level "township"',
    ],
    ['an unknown level', [header, ...top, '610426101,店头镇,town,610426'], 'line 5: level "town" is none of'],
    ['a duplicate code', [header, ...top, '610426,永寿县,county,6104'], 'line 5: Code 610426 is listed twice'],
    [
      'a bad parent',
      [header, ...top, '610426101,店头镇,township,610427'],
      'line 5: By its digits code 610426101 belongs to 610426, not to "610427"',
    ],
    [
      'an absent parent',
      [header, ...top, '610426101200,仪井村,village,610426101'],
      'line 5: Code 610426101200 belongs to 610426101, which is not listed',
    ],
    [
      'a sentence for a name',
      [header, ...top, '610426101,张三 has no roof,township,610426'],
      'line 5: name "张三 has no roof" is empty, too long or holds other signs',
    ],
    [
      'a county without its city',
      [header, '61,陕西省,province,', '610426,永寿县,county,6104'],
      'line 3: Code 610426 belongs to 6104, which is not listed',
    ],
  ])('is refused for %s', (_, lines, problem) => {
    expect(problemsOf(lines)).toEqual([expect.stringContaining(problem)]);
  });

  it('is refused for too many lines, and for too many divisions in a county', () => {
    expect(problemsOf([header, ...Array.from({ length: 100_000 }, () => '')])).toEqual(['it has more than 100000 lines']);
    const towns = Array.from({ length: 999 }, (_, i) => `610426${String(i + 1).padStart(3, '0')}`);
    const villages = towns.flatMap((town) => [1, 2, 3].map((n) => `${town}00${n},村,village,${town}`));
    expect(problemsOf([header, ...top, ...towns.map((town) => `${town},镇,township,610426`), ...villages])).toEqual([
      'county 610426 has 3999 divisions; 3000 are the most',
    ]);
  });

  it('names the first twenty faults at once', () => {
    expect(problemsOf([header, ...Array.from({ length: 30 }, () => 'x,y,z,')])).toHaveLength(20);
  });
});

describe('the shipped divisions', () => {
  const shipped = shippedRegions();

  it('are those of 13 counties with their cities and provinces', () => {
    expect(shipped.map(({ county }) => county).sort()).toEqual([
      '430202',
      '430203',
      '430204',
      '430211',
      '430212',
      '430223',
      '430224',
      '430225',
      '430281',
      '430424',
      '430522',
      '451122',
      '610426',
    ]);
    const levels = shipped.flatMap(({ divisions }) => divisions.map(({ level }) => level));
    expect(levels.filter((level) => level === 'township')).toHaveLength(165);
    expect(levels.filter((level) => level === 'village')).toHaveLength(2358);
  });

  it('are named as places are', () => {
    expect(shipped.flatMap(({ divisions }) => divisions.filter(({ name }) => !isPublicName(name)))).toEqual([]);
  });
});
