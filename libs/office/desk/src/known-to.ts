import type { RegionCode } from '@lookback/kernel';
import { liesIn, type Right } from './rights.js';
import { regionsWith, type Principal } from './principal.js';

/** By which rights one may know of a subject: any one of them, in each region in which it lies; `near` also in what lies in these. */
export interface KnownTo {
  readonly rights: readonly Right[];
  readonly near?: boolean;
}

/**
 * Whether an account may know of what lies in some regions: the one question before anything is told of it, that it is there included.
 * What nobody may know of answers as what is not there.
 */
export function mayKnow(who: Principal, { rights, near = false }: KnownTo, regions: readonly RegionCode[]): boolean {
  const own = regionsWith(who, rights);
  return regions.every((region) => own.some((whole) => liesIn(region, whole) || (near && liesIn(whole, region))));
}
