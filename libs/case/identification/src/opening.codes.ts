import type { InBoth } from '@lookback/kernel';

type List = Readonly<Record<string, InBoth>>;

/** What brings a household on record that no list brought. Source: procedures.md, 11.5. */
export const openingBases = {
  application: { zh: '申请', en: 'application' },
  clue: { zh: '风险线索', en: 'clue to a risk' },
  'check-round': { zh: '集中排查', en: 'check round' },
  alert: { zh: '部门预警', en: 'alert of a department' },
  list: { zh: '名单', en: 'list' },
} as const satisfies List;
export type OpeningBasis = keyof typeof openingBases;

/** Whether a household lives where it is registered. Source: procedures.md, 11.5. */
export const residences = {
  'lives-here': { zh: '常住', en: 'lives here' },
  'registered-here': { zh: '户籍在此人不在', en: 'registered here, lives elsewhere' },
  both: { zh: '户籍常住一致', en: 'registered here and lives here' },
} as const satisfies List;
export type Residence = keyof typeof residences;
