import { column, placeColumns, placeNames, type Register, registerSource, kind } from '@lookback/kernel';
import { levelWords } from '../levels.js';
import { unitKinds } from './unit.codes.js';
import type { Unit } from './unit.chapter.js';

const counted = { filter: true, count: true } as const;

/** Public bodies, by their names. */
export const unitsRegister: Register<Unit> = {
  name: 'units',
  called: { zh: '单位', en: 'Units' },
  columns: {
    name: column(kind.line, { zh: '名称', en: 'Name' }, ({ name }) => name, { filter: true, sort: true }),
    kind: column(kind.code(unitKinds), { zh: '类别', en: 'Kind' }, ({ kind }) => kind, counted),
    region: column(kind.region, { zh: '所在地', en: 'Region' }, ({ region }) => region, counted),
    ...placeColumns<Unit>(({ region }) => region),
    level: column(kind.code(levelWords), { zh: '层级', en: 'Level' }, ({ level }) => level, counted),
  },
  groups: { standing: [...placeNames, 'region', 'kind', 'level'] },
  order: ['name'],
};

/** The row of a unit. */
export const unitsOfState = registerSource<Unit | null, Unit>({
  register: unitsRegister,
  reads: (unit) => [unit?.name, unit?.kind, unit?.region, unit?.level],
  rows: (unit) => (unit ? [['', unit]] : []),
});
