import { column, kind, placeColumns, placeNames, type Register, registerSource } from '@lookback/kernel';
import type { Well } from './well.decider.js';

const uses = { filter: true, count: true } as const;

/** The wells of the villages. */
const wellsRegister: Register<Well> = {
  name: 'wells',
  called: { zh: '水井台账', en: 'Wells' },
  columns: {
    ...placeColumns<Well>(({ village }) => village),
    depth: column(kind.whole, { zh: '井深（厘米）', en: 'Depth in cm' }, ({ depthCm }) => depthCm, { filter: true, sort: true, sum: true }),
    safe: column(kind.yesNo, { zh: '水质合格', en: 'Safe water' }, ({ safe }) => safe, uses),
  },
  opened: { keeper: { called: { zh: '管护人', en: 'Keeper' }, sight: 'plain', value: ({ keeper }) => keeper } },
  groups: { standing: [...placeNames, 'safe'] },
  order: ['-depth'],
};

/** One row a well. */
export const wells = registerSource({
  register: wellsRegister,
  reads: (well: Well | null) => [well],
  rows: (well) => (well ? [['', well]] : []),
});
