import { headOf, type Identified, identificationCodes as codes } from '@lookback/case/identification';
import { isHelping } from '@lookback/case/assistance';
import { type LedgerLine, linesOf, openProblems, problemsRegister } from '@lookback/case/rectification';
import { standingCodes, type Standings } from '@lookback/case/standing';
import {
  type CellValue,
  column,
  placeColumns,
  placeNames,
  type Register,
  registerSource,
  kind,
  type CellKind,
  saidAt,
} from '@lookback/kernel';
import type { Household } from './household.chapters.js';

/** A household on record: what its row is made of. */
export interface HouseholdOnRecord {
  readonly identified: Identified;
  readonly standings: Standings;
  /** How many help it. */
  readonly helpers: number;
  /** How many of its problems are not struck off. */
  readonly openProblems: number;
}

const counted = { filter: true, count: true } as const;
const ordered = { filter: true, sort: true } as const;
const ofIdentified = (kind: CellKind, zh: string, en: string, value: (identified: Identified) => CellValue, uses = {}) =>
  column<HouseholdOnRecord>(kind, { zh, en }, ({ identified }) => value(identified), uses);
const met = (guarantee: keyof typeof codes.guarantees) => {
  const { zh, en } = codes.guarantees[guarantee];
  return ofIdentified(kind.yesNo, `${zh}有保障`, `${en} assured`, ({ guarantees }) => guarantees[guarantee]?.met ?? null, counted);
};

const standing = [...placeNames, 'standing', 'monitoring', 'attribute', 'mainCause', 'causeSince'];

/** Every household that is on record. */
export const householdsRegister: Register<HouseholdOnRecord> = {
  name: 'households',
  called: { zh: '农户', en: 'Households' },
  columns: {
    number: ofIdentified(kind.line, '户编号', 'Number', ({ number }) => number, ordered),
    ...placeColumns<HouseholdOnRecord>(({ identified }) => identified.village),
    standing: column(kind.code(standingCodes.standings), { zh: '状态', en: 'Standing' }, ({ standings: one }) => one.standing, counted),
    monitoring: column(
      kind.code(standingCodes.monitorings),
      { zh: '监测', en: 'Monitoring' },
      ({ standings: one }) => one.monitoring,
      counted,
    ),
    attribute: ofIdentified(kind.code(codes.attributes), '贫困户属性', 'Attribute', ({ attribute }) => attribute, counted),
    mainCause: ofIdentified(
      saidAt(codes.cause, { county: 'county', saidOn: 'causeSince' }),
      '主要致贫原因',
      'Main cause',
      ({ causes }) => causes.main,
      counted,
    ),
    causeSince: ofIdentified(kind.day, '原因认定日期', 'Cause stated on', ({ causes }) => causes.since),
    people: ofIdentified(kind.whole, '人数', 'People', ({ members }) => members.length, { ...ordered, sum: true }),
    incomePerPersonFen: ofIdentified(kind.fen, '人均纯收入', 'Income per person', ({ income }) => income?.perPersonFen ?? null, ordered),
    food: met('food'),
    clothing: met('clothing'),
    education: met('education'),
    health: met('health'),
    housing: met('housing'),
    water: met('water'),
    helpers: column(kind.whole, { zh: '帮扶人数', en: 'Helpers' }, ({ helpers }) => helpers, ordered),
    openProblems: column(kind.whole, { zh: '未销号问题', en: 'Open problems' }, ({ openProblems: open }) => open, {
      ...ordered,
      sum: true,
    }),
    takenOverOn: ofIdentified(kind.day, '接入日期', 'Taken over on', ({ takenOverOn }) => takenOverOn, ordered),
  },
  opened: {
    head: { called: { zh: '户主', en: 'Head' }, sight: 'plain', value: ({ identified }) => headOf(identified)?.name ?? null },
    hamlet: { called: { zh: '自然村', en: 'Hamlet' }, sight: 'plain', value: ({ identified }) => identified.hamlet },
  },
  groups: { standing, listed: [...standing, 'number', 'takenOverOn', 'people', 'openProblems'] },
  order: ['village', 'number'],
};

/** The row of a household. */
export const householdsOfState = registerSource<Household, HouseholdOnRecord>({
  register: householdsRegister,
  reads: ({ identification, standing: stands, assistance, rectification }) => [identification, stands, assistance.helpers, rectification],
  rows: ({ identification, standing: stands, assistance, rectification }) =>
    identification && stands
      ? [
          [
            '',
            {
              identified: identification,
              standings: stands,
              helpers: assistance.helpers.filter(isHelping).length,
              openProblems: openProblems(rectification).length,
            },
          ],
        ]
      : [],
});

/** The problems of a household, in the ledger. */
export const problemsOfState = registerSource<Household, LedgerLine>({
  register: problemsRegister,
  reads: ({ identification, rectification }) => [identification, rectification],
  rows: ({ identification, rectification }) =>
    linesOf(rectification, identification && { subjectNumber: identification.number, region: identification.village }),
});
