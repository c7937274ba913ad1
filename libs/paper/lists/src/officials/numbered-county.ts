import type { HouseholdNumber } from '@lookback/case/identification';
import type { RegionCode } from '@lookback/kernel';

/** Lists about households have no column of the county: a household's number begins with it (GB/T 2260), and mergers of villages leave it. */
export const countyOf = (number: HouseholdNumber) => number.slice(0, 6) as RegionCode;
