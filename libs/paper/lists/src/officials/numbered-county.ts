import type { HouseholdNumber } from '@lookback/case/identification';
import { input, type RegionCode } from '@lookback/kernel';

/** Lists about households have no column of the county: a household's number begins with it (GB/T 2260), and mergers of villages leave it. */
export const countyOf = (number: HouseholdNumber) => number.slice(0, 6) as RegionCode;

/** The county of a number as a cell has it; null where it does not begin with one. */
export const countyWritten = (written: string): RegionCode | null =>
  (/^\d{6}/.exec(input.code(written))?.[0] as RegionCode | undefined) ?? null;
