import type { RegionCode } from '@lookback/kernel';
import { liesIn } from '@lookback/office/desk';

/** True of a region in one of some others, and of what these lie in: a township deals with the officials of its county. */
export const hasRegionAccess = (region: RegionCode, own: readonly RegionCode[]): boolean =>
  own.some((whole) => liesIn(region, whole) || liesIn(whole, region));
