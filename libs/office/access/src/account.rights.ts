import { byRegionOnly, deciders, onlookers, type Right, type Scope } from '@lookback/office/desk';

/** What an account may do, and where; no scope is empty. */
export type HeldRights = ReadonlyMap<Right, Scope>;

const nowhere: Scope = { regions: [], units: [] };

/** With one more right in some regions and for some units. */
export const granted = (held: HeldRights, right: Right, more: Scope): HeldRights => {
  const { regions, units } = held.get(right) ?? nowhere;
  return new Map(held).set(right, {
    regions: [...new Set([...regions, ...more.regions])],
    units: [...new Set([...units, ...more.units])],
  });
};

/** Without a right in some regions and for some units; those for which it was not held make no difference. */
export function revoked(held: HeldRights, right: Right, less: Scope): HeldRights {
  const { regions, units } = held.get(right) ?? nowhere;
  const left = {
    regions: regions.filter((region) => !less.regions.includes(region)),
    units: units.filter((unit) => !less.units.includes(unit)),
  };
  const after = new Map(held);
  if (isEmpty(left)) after.delete(right);
  else after.set(right, left);
  return after;
}

/** The regions and units among some for which a right is not held by name. */
export const missingIn = (held: HeldRights, right: Right, { regions, units }: Scope): Scope => {
  const own = held.get(right) ?? nowhere;
  return {
    regions: regions.filter((region) => !own.regions.includes(region)),
    units: units.filter((unit) => !own.units.includes(unit)),
  };
};

/** Whether a right is held by name for any of some regions and units. */
export const holdsAny = (held: HeldRights, right: Right, { regions, units }: Scope): boolean => {
  const own = held.get(right) ?? nowhere;
  return regions.some((region) => own.regions.includes(region)) || units.some((unit) => own.units.includes(unit));
};

/** What a scope names, for a sentence. */
export const namedIn = ({ regions, units }: Scope): readonly string[] => [...regions, ...units];

export const isEmpty = ({ regions, units }: Scope): boolean => regions.length + units.length === 0;

/** Whether a right may be granted for a unit; some concern no single one. */
export const isGrantedForUnits = (right: Right): boolean => !byRegionOnly.has(right);

/** What is said of rights that one account may not hold together: one looks on, another decides. */
export function mixed(held: HeldRights, right: Right): { looksOn: Right; decides: Right } | undefined {
  const other = [...held.keys()].find((one) => (onlookers.has(right) ? deciders.has(one) : deciders.has(right) && onlookers.has(one)));
  if (other === undefined) return undefined;
  return onlookers.has(right) ? { looksOn: right, decides: other } : { looksOn: other, decides: right };
}
