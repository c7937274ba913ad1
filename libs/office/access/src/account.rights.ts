import type { RegionCode } from '@lookback/kernel';
import { deciders, onlookers, type Right } from '@lookback/office/desk';

/** What an account may do, and where; no entry has an empty list. */
export type HeldRights = ReadonlyMap<Right, readonly RegionCode[]>;

/** With one more right in some regions. */
export const granted = (held: HeldRights, right: Right, regions: readonly RegionCode[]): HeldRights =>
  new Map(held).set(right, [...new Set([...(held.get(right) ?? []), ...regions])]);

/** Without a right in some regions; those that it was not held in make no difference. */
export function revoked(held: HeldRights, right: Right, regions: readonly RegionCode[]): HeldRights {
  const left = (held.get(right) ?? []).filter((region) => !regions.includes(region));
  const after = new Map(held);
  if (left.length > 0) after.set(right, left);
  else after.delete(right);
  return after;
}

/** The regions among some in which a right is not held by name. */
export const missingIn = (held: HeldRights, right: Right, regions: readonly RegionCode[]): RegionCode[] =>
  regions.filter((region) => !held.get(right)?.includes(region));

/** What is said of rights that one account may not hold together: one looks on, another decides. */
export function mixed(held: HeldRights, right: Right): { looksOn: Right; decides: Right } | undefined {
  const other = [...held.keys()].find((one) => (onlookers.has(right) ? deciders.has(one) : deciders.has(right) && onlookers.has(one)));
  if (other === undefined) return undefined;
  return onlookers.has(right) ? { looksOn: right, decides: other } : { looksOn: other, decides: right };
}

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
