import type { HouseholdNumber } from '@lookback/case/identification';
import type { HouseholdListed } from './household-in-rows.js';
import { citizenIn } from './household-rules.js';

/** Where a citizen number stands: in a household, and in which row of the list; on record only where there is no row. */
export interface Place {
  readonly household: HouseholdNumber;
  readonly row?: number | undefined;
}

/** The households on record that have members with these citizen numbers, by citizen number. */
export type KnownNumbers = (numbers: readonly string[]) => Promise<ReadonlyMap<string, readonly HouseholdNumber[]>>;

const askedAtOnce = 1_000;

/** Citizen numbers that stand in more than one household. Tells the places, never the numbers. */
export class SharedNumbers {
  /** Most numbers stand in one place only. */
  private readonly first = new Map<string, Place>();
  private readonly all = new Map<string, Place[]>();

  note({ said, members }: HouseholdListed): void {
    for (const person of members) this.add(citizenIn(person), { household: said.户编号, row: person.row.number });
  }

  /** Adds the other households that have them on record. */
  async notePlacesOnRecord(known: KnownNumbers): Promise<void> {
    const numbers = [...this.first.keys()];
    for (let at = 0; at < numbers.length; at += askedAtOnce)
      for (const [number, households] of await known(numbers.slice(at, at + askedAtOnce)))
        for (const household of households) this.add(number, { household });
  }

  /** The places of each such number. */
  get places(): readonly (readonly Place[])[] {
    return [...this.all.values()];
  }

  private add(number: string, place: Place): void {
    const first = this.first.get(number);
    const places = this.all.get(number) ?? (first ? [first] : []);
    if (!first) this.first.set(number, place);
    else if (places.every(({ household }) => household !== place.household)) this.all.set(number, [...places, place]);
  }
}
