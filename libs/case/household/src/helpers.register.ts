import type { Helping } from '@lookback/case/assistance';
import { column, placeColumns, placeNames, type Register, registerSource, type RegionCode, kind, saidAt } from '@lookback/kernel';
import { helperRank } from '@lookback/office/standards';
import type { Household } from './household.chapters.js';

/** Somebody's time as a helper of a household, and where that lies. */
export interface HelpingLine extends Helping {
  readonly village: RegionCode;
}

const counted = { filter: true, count: true } as const;
const ordered = { filter: true, sort: true } as const;

/** Who helps which household, and who has: a row for each helper's time, numbered from 0 in the order in which they came. */
export const helpersRegister: Register<HelpingLine> = {
  name: 'helpers',
  called: { zh: '帮扶责任人', en: 'Helpers' },
  columns: {
    ...placeColumns<HelpingLine>(({ village }) => village),
    person: column(kind.person, { zh: '帮扶责任人', en: 'Helper' }, ({ person }) => person, counted),
    unit: column(kind.unit, { zh: '帮扶单位', en: 'Unit' }, ({ unit }) => unit, counted),
    rank: column(saidAt(helperRank, { county: 'county', saidOn: 'startedOn' }), { zh: '职级', en: 'Rank' }, ({ rank }) => rank, counted),
    startedOn: column(kind.day, { zh: '开始', en: 'From' }, ({ from }) => from, ordered),
    endedOn: column(kind.day, { zh: '结束', en: 'To' }, ({ to }) => to, ordered),
    statedFrom: column(kind.day, { zh: '名册所载开始', en: 'From, as listed' }, ({ statedFrom }) => statedFrom, ordered),
    lasts: column(kind.yesNo, { zh: '在帮', en: 'Helping now' }, ({ to }) => to === null, counted),
  },
  groups: { standing: [...placeNames, 'person', 'unit', 'rank', 'startedOn', 'lasts'] },
  order: ['village', 'startedOn'],
};

/** The helpers of a household. */
export const helpersOfState = registerSource<Household, HelpingLine>({
  register: helpersRegister,
  reads: ({ identification, assistance }) => [identification, assistance.helpers],
  rows: ({ identification, assistance }) => {
    if (identification === null) return [];
    const { village } = identification;
    return assistance.helpers.map((helping, n) => [String(n), { village, ...helping }] as const);
  },
});
