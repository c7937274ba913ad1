import type { PersonId, RegionCode, UnitId } from '@lookback/kernel';
import type { UnitName } from '@lookback/office/registry';
import type { Listed } from './officials.js';

/** Who and what is on record by name. What could be meant twice is not found. */
export interface KnownOfficials {
  units(county: RegionCode, names: readonly UnitName[]): Promise<ReadonlyMap<UnitName, UnitId>>;
  /** By name and unit; in the order asked. */
  people(county: RegionCode, named: readonly { readonly name: string; readonly unit: UnitName }[]): Promise<readonly (PersonId | null)[]>;
}

/** The ids under which some are on record already: units by name, and people by name and unit where the list has no phone. */
export async function matched(listed: ReadonlyMap<string, Listed>, known: KnownOfficials): Promise<ReadonlyMap<string, PersonId | UnitId>> {
  const counties = [...new Set([...listed.values()].map(({ county }) => county))];
  const found = await Promise.all(
    counties.map((county) =>
      matchedIn(
        county,
        [...listed].filter(([, one]) => one.county === county),
        known,
      ),
    ),
  );
  return new Map(found.flat());
}

async function matchedIn(
  county: RegionCode,
  listed: readonly (readonly [string, Listed])[],
  known: KnownOfficials,
): Promise<(readonly [string, PersonId | UnitId])[]> {
  const units = listed.flatMap(([id, one]) => (one.kind === 'unit' ? [{ id, name: one.name }] : []));
  const people = listed.flatMap(([id, one]) =>
    one.kind === 'person' && one.phone === null ? [{ id, name: one.name, unit: one.unit }] : [],
  );
  const [unitIds, personIds] = await Promise.all([
    units.length > 0
      ? known.units(
          county,
          units.map(({ name }) => name),
        )
      : new Map<UnitName, UnitId>(),
    people.length > 0 ? known.people(county, people) : [],
  ]);
  return [
    ...units.flatMap(({ id, name }) => (unitIds.has(name) ? [[id, unitIds.get(name) as UnitId] as const] : [])),
    ...people.flatMap(({ id }, i) => (personIds[i] ? [[id, personIds[i]] as const] : [])),
  ];
}
