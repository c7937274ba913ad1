import type { RegionCode } from '../text.js';
import { region } from '../kinds/kinds.js';
import { type RegisterColumn, column } from './register.js';

/** GB/T 2260 and its statistical extension. */
const digits = { county: 6, township: 9, village: 12 } as const;
type Level = keyof typeof digits;

const within = (code: RegionCode | null, level: Level): RegionCode | null =>
  code !== null && code.length >= digits[level] ? (code.slice(0, digits[level]) as RegionCode) : null;

/** Where a row's subject lies, level by level, as every register has it; empty where it does not lie so low. */
export const placeColumns = <Row>(regionOf: (row: Row) => RegionCode | null): Readonly<Record<Level, RegisterColumn<Row>>> => ({
  county: column(region, { zh: '县', en: 'County' }, (row) => within(regionOf(row), 'county'), { filter: true, count: true }),
  township: column(region, { zh: '乡镇', en: 'Township' }, (row) => within(regionOf(row), 'township'), { filter: true, count: true }),
  village: column(region, { zh: '行政村', en: 'Village' }, (row) => within(regionOf(row), 'village'), {
    filter: true,
    sort: true,
    count: true,
  }),
});

/** The names of those columns. */
export const placeNames: readonly string[] = Object.keys(digits);
