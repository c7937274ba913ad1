import type { Level, RegionCode } from '@lookback/kernel';

export const nation = 'CN' as RegionCode;

/** GB/T 2260 and its statistical extension: each level adds digits to the code of the level above. */
const digits = { province: 2, city: 4, county: 6, township: 9, village: 12 } as const satisfies Partial<Record<Level, number>>;
const lengths = Object.values(digits);

/** The level that a code speaks of; null where no level has so many digits. */
export function levelOfRegion(code: RegionCode): Level | null {
  if (code === nation) return 'nation';
  const found = Object.entries(digits).find(([, length]) => length === code.length);
  return found ? (found[0] as Level) : null;
}

/** The region that a region lies in directly, by its digits; null for the nation. */
export function regionAbove(code: RegionCode): RegionCode | null {
  if (code === nation) return null;
  const above = lengths.findLast((length) => length < code.length);
  return above === undefined ? nation : (code.slice(0, above) as RegionCode);
}

/** A region and all that it lies in, from itself up to the nation: `[village, township, county, city, province, CN]`. */
export function chainOf(code: RegionCode): RegionCode[] {
  const above = regionAbove(code);
  return above === null ? [code] : [code, ...chainOf(above)];
}
