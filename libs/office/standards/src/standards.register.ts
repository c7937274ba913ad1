import {
  type CalendarDate,
  column,
  type DocumentNumber,
  placeColumns,
  placeNames,
  type Register,
  registerSource,
  type RegionCode,
  kind,
} from '@lookback/kernel';
import { standardCatalogue, type StandardName } from './catalogue.js';
import type { Standards } from './standards.decider.js';

/** A standard that a region has set. */
interface StandardLine {
  readonly region: RegionCode;
  readonly standard: StandardName;
  readonly since: CalendarDate;
  readonly document: DocumentNumber | null;
}

const titles = Object.fromEntries(Object.entries(standardCatalogue).map(([name, { title }]) => [name, title]));
const counted = { filter: true, count: true } as const;

/** What each region has set: a row for each standard of its own. */
export const standardsRegister: Register<StandardLine> = {
  name: 'standards',
  called: { zh: '标准', en: 'Standards' },
  columns: {
    region: column(kind.region, { zh: '地区', en: 'Region' }, ({ region }) => region, counted),
    ...placeColumns<StandardLine>(({ region }) => region),
    standard: column(kind.code(titles), { zh: '标准', en: 'Standard' }, ({ standard }) => standard, counted),
    since: column(kind.day, { zh: '生效日期', en: 'In force since' }, ({ since }) => since, { filter: true, sort: true }),
    document: column(kind.line, { zh: '依据', en: 'Document' }, ({ document }) => document, { filter: true, sort: true }),
  },
  groups: { standing: [...placeNames, 'region', 'standard'] },
  isDatedAhead: true,
  order: ['region', 'standard'],
};

/** The standards of a region. */
export const standardsOfState = registerSource<Standards, StandardLine>({
  register: standardsRegister,
  reads: ({ region, inForce }) => [region, inForce],
  rows: ({ region, inForce }) =>
    region === null
      ? []
      : [...inForce].map(([standard, { since, document }]) => [standard, { region, standard, since, document }] as const),
});
