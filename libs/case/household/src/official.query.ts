import type { PersonId, RegionCode, UnitId } from '@lookback/kernel';
import type { Keys } from '@lookback/log/vault';
import { todays } from '@lookback/log/read-model';
import { sameName, type UnitName, unitsRegister } from '@lookback/office/registry';
import type { DataSource } from 'typeorm';
import { helping } from './helper.query.js';

/** An official by what a list without phones says. */
export interface NamedInUnit {
  readonly name: string;
  readonly unit: UnitName;
}

const bodies = todays(unitsRegister);

/** Finds officials and units of a county by their names. What could be meant twice is not found. */
export class OfficialQuery {
  constructor(
    private readonly db: DataSource,
    private readonly keys: Pick<Keys, 'lookup'>,
  ) {}

  /** The units of these names. */
  async units(county: RegionCode, names: readonly UnitName[]): Promise<ReadonlyMap<UnitName, UnitId>> {
    const rows: { name: UnitName; units: UnitId[] }[] = await this.db.query(
      `SELECT u.name, array_agg(substr(u.stream, 6)) AS units FROM ${bodies} u WHERE u.name = ANY($1) AND u.region LIKE $2 GROUP BY u.name`,
      [names, `${county}%`],
    );
    return new Map(rows.flatMap(({ name, units: [unit, ...others] }) => (unit && others.length === 0 ? [[name, unit]] : [])));
  }

  /** The person of this name who holds a post in this unit, or helps a household for it; in the order asked, null where nobody or several do. */
  async people(county: RegionCode, named: readonly NamedInUnit[]): Promise<(PersonId | null)[]> {
    const hashed = named.map(({ name, unit }) => ({ same: sameName(this.keys, name), unit }));
    const rows: { same: string; unit: string; people: PersonId[] }[] = await this.db.query(
      `SELECT o.same_name AS same, u.name AS unit, array_agg(DISTINCT o.person) AS people
         FROM read.official o
        CROSS JOIN LATERAL (SELECT o.unit WHERE o.until IS NULL UNION SELECT r.unit FROM ${helping} r WHERE r.person = o.person AND r.lasts) works
         JOIN ${bodies} u ON u.stream = 'unit-' || works.unit
        WHERE o.same_name = ANY($1) AND o.region LIKE $2 GROUP BY 1, 2`,
      [[...new Set(hashed.map(({ same }) => same))], `${county}%`],
    );
    const found = new Map(rows.map(({ same, unit, people }) => [`${same} ${unit}`, people]));
    return hashed.map(({ same, unit }) => {
      const [person = null, ...others] = found.get(`${same} ${unit}`) ?? [];
      return others.length > 0 ? null : person;
    });
  }
}
