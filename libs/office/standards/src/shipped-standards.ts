import type { CalendarDate, RegionCode } from '@lookback/kernel';
import { chainOf, levelOfRegion, nation } from '@lookback/office/registry';
import type { Valued } from './catalogue.js';
import { shippedGates } from './shipped-gates.js';
import * as lists from './shipped-lists.js';
import { OpenStandards } from './standards.commands.js';

/** The day from which the shipped standards hold: the year in which households were first registered. */
export const shippedStandardsOn: CalendarDate = '2014-01-01';

const days = (count: number, counted: 'calendar' | 'working' = 'calendar') => ({ days: count, counted });

/** What holds in the nation until a region sets its own. Poverty lines of other years, and the work calendar, are to be set. Source: domain.md, section 4. */
const national: readonly Valued[] = [
  { standard: 'cause-codes', value: lists.causeCodes },
  {
    standard: 'poverty-line',
    value: {
      lines: [
        { year: 2015, fen: 2855_00 },
        { year: 2016, fen: 2952_00 },
      ],
    },
  },
  { standard: 'gates', value: shippedGates },
  { standard: 'notice-days', value: { village: days(7), township: days(5), announcement: days(5) } },
  { standard: 'quorum', value: { present: { part: 2, of: 3 }, inFavour: { part: 1, of: 2 } } },
  { standard: 'helper-quotas', value: lists.helperQuotas },
  { standard: 'problem-classes', value: lists.problemClasses },
  { standard: 'problem-sources', value: lists.problemSources },
  { standard: 'handover-acceptance', value: { within: days(5, 'working') } },
  { standard: 'extension', value: { times: 1, byHigherLevel: true } },
  { standard: 'reminder-ladder', value: { daysBefore: [7, 3, 0], thenEvery: 7 } },
  { standard: 'report-late-days', value: { days: 30 } },
  { standard: 'correction-answer', value: { within: days(10, 'working') } },
  { standard: 'correction-level', value: { days: 30, gates: true, highest: 'county' } },
  { standard: 'monitoring-scope', value: { percentOfLine: 150, amounts: [] } },
  { standard: 'village-exit', value: { incidencePerMille: 20 } },
];

/** The twelve provinces of the west: Inner Mongolia, Guangxi, Chongqing to Tibet, Shaanxi to Xinjiang. */
const west: ReadonlySet<string> = new Set(['15', '45', '50', '51', '52', '53', '54', '61', '62', '63', '64', '65']);
const western: readonly Valued[] = [{ standard: 'village-exit', value: { incidencePerMille: 30 } }];

/**
 * Opens the standards of a county and of city, province and nation above it, from the top, with what each begins with.
 * Each belongs under its own region's code: `standards-CN`, `standards-61`, …
 */
export const shippedStandards = (county: RegionCode): OpenStandards[] =>
  [...chainOf(county)].reverse().map((region) => Object.assign(new OpenStandards(), { region, adopts: begins(region) }));

const begins = (region: RegionCode): Valued[] => [
  ...(region === nation ? national : []),
  ...(levelOfRegion(region) === 'province' && west.has(region) ? western : []),
];
