import type { RegionCode } from '@lookback/kernel';
import { liesIn, regionsWith, type Right, RightMissing, type SignedIn } from '@lookback/office/desk';

/** True of a region in one of some others, and of what these lie in: a township deals with the officials of its county. */
export const isNear = (region: RegionCode, own: readonly RegionCode[]): boolean =>
  own.some((whole) => liesIn(region, whole) || liesIn(whole, region));

/** Refuses an account that holds none of the rights near a region. */
export function mustHoldNear(who: SignedIn, needed: readonly Right[], region: RegionCode): void {
  if (!isNear(region, regionsWith(who, needed))) throw new RightMissing(needed, region);
}
