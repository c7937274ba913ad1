import type { RegionCode } from '@lookback/kernel';

/** How many digits of a GB/T 2260 code name a province, a city, a county, a township. */
const places = [9, 6, 4, 2];

/** The smallest region in which all of these lie; undefined where there are none. */
export function wholeOf(regions: readonly RegionCode[]): RegionCode | undefined {
  const [first, ...others] = new Set(regions);
  if (first === undefined) return undefined;
  const wholes = [first, ...places.filter((digits) => digits < first.length).map((digits) => first.slice(0, digits) as RegionCode)];
  const holdsAll = (whole: RegionCode) => others.every((region) => region.startsWith(whole));
  return wholes.find(holdsAll) ?? ('CN' as RegionCode);
}
