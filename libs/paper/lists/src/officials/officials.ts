import type { PersonId, RegionCode, UnitId } from '@lookback/kernel';
import type { Keys } from '@lookback/log/vault';
import { listedPersonId, listedUnitId, type UnitName } from '@lookback/office/registry';

/** An official as a list names one: identified by name, phone and unit. */
export interface ListedOfficial {
  readonly name: string;
  /** Null where the list has none: the official is then looked for by name and unit. */
  readonly phone: string | null;
  readonly unit: UnitName;
  readonly county: RegionCode;
}

export interface OfficialIds {
  readonly person: PersonId;
  readonly unit: UnitId;
}

/** A unit as a list names it. */
export type ListedUnit = Pick<ListedOfficial, 'county'> & { readonly name: UnitName };

/** Somebody or something that has to be on record before a household's stream can name it. */
export type Listed = ({ readonly kind: 'person' } & ListedOfficial) | ({ readonly kind: 'unit' } & ListedUnit);

/** The officials and units that a list names, by the ids that they have if nobody has put them on record otherwise. */
export class Officials {
  private readonly named = new Map<string, Listed>();
  private persons = 0;

  constructor(private readonly keys: Pick<Keys, 'lookup'>) {}

  /** How many people are named. */
  get people(): number {
    return this.persons;
  }

  /** The same name, phone and unit in one county is the same person; nobody can guess the id from them. */
  idsOf({ name, phone, unit, county }: ListedOfficial): OfficialIds {
    const hashed = this.keys.lookup('official', JSON.stringify([name, phone ?? '', unit]));
    return { person: listedPersonId(county, hashed) as PersonId, unit: this.unitId({ name: unit, county }) };
  }

  unitId({ name, county }: ListedUnit): UnitId {
    return listedUnitId(county, name) as UnitId;
  }

  note(official: ListedOfficial, { person, unit }: OfficialIds): void {
    this.noteUnit({ name: official.unit, county: official.county }, unit);
    if (this.named.has(person)) return;
    this.named.set(person, { kind: 'person', ...official });
    this.persons++;
  }

  noteUnit(unit: ListedUnit, id: UnitId): void {
    if (!this.named.has(id)) this.named.set(id, { kind: 'unit', ...unit });
  }

  /** What the list says of an id. */
  find(id: string): Listed | undefined {
    return this.named.get(id);
  }
}
