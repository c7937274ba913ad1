import { fact, type FileSections, section, value, kind } from '@lookback/kernel';
import { levelWords } from '../levels.js';
import { unitKinds } from './unit.codes.js';
import type { Unit } from './unit.chapter.js';

/** What a file shows of a public body. */
export const unitFile: FileSections<Unit | null> = [
  section(
    'unit',
    { en: 'unit', zh: '单位' },
    (unit: Unit | null) => unit,
    ({ name, kind: unitKind, region, level }) => [
      fact('name', { en: 'name', zh: '名称' }, value.plain(name)),
      fact('kind', { en: 'kind', zh: '类别' }, value.of(kind.code(unitKinds), unitKind)),
      fact('region', { en: 'region', zh: '工作区域' }, value.of(kind.region, region)),
      fact('level', { en: 'level', zh: '级别' }, value.of(kind.code(levelWords), level)),
    ],
  ),
];
