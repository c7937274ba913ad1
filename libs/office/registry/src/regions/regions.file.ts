import { fact, type FileSections, section, value, kind } from '@lookback/kernel';
import type { CountyRegions } from './regions.decider.js';

/** What a file shows of a county's divisions. */
export const regionsFile: FileSections<CountyRegions | null> = [
  section(
    'divisions',
    { en: 'divisions', zh: '区划' },
    (adopted: CountyRegions | null) => adopted,
    ({ county, divisions }) => [
      fact('county', { en: 'county', zh: '县（区）' }, value.of(kind.region, county)),
      fact('divisions', { en: 'how many', zh: '区划数' }, value.plain(divisions.size)),
      ...[...divisions.values()].map(({ code, name }) => fact(`divisions.${code}`, { en: code, zh: code }, value.plain(name))),
    ],
  ),
];
