import type { RegionCode } from '@lookback/kernel';
import { liesIn, mayKnow, readers, type SignedIn } from '@lookback/office/desk';

/** True of a region in one of some others, and of what these lie in: a township deals with the officials of its county. */
export const isNear = (region: RegionCode, own: readonly RegionCode[]): boolean =>
  own.some((whole) => liesIn(region, whole) || liesIn(whole, region));

/** Whether an account may read what was done by an official or a unit of a region. */
export const mayRead = (who: SignedIn, region: RegionCode): boolean => mayKnow(who, { rights: readers, near: true }, [region]);
