import { type RowTold, rowTold } from '../standing.js';
import type { HouseholdInRows } from './household-in-rows.js';
import { identityIn } from './household-rules.js';

/** Where a citizen number stands: in a household, and in which row of which sheet of the list; on record only where there is no row. */
export interface RowPlace extends Partial<RowTold> {
  /** Its number; the file code of one on record that has none. */
  readonly household: string;
}

/** The households on record that have members with these citizen numbers, by citizen number. */
export type KnownNumbers = (numbers: readonly string[]) => Promise<ReadonlyMap<string, readonly string[]>>;

const askedAtOnce = 1_000;

/** Citizen numbers that stand in more than one household. Tells the places, never the numbers. */
export class SharedNumbers {
  /** Most numbers stand in one place only. */
  private readonly first = new Map<string, RowPlace>();
  private readonly all = new Map<string, RowPlace[]>();
  private unasked: string[] = [];
  private readonly answers: ReturnType<KnownNumbers>[] = [];

  /** @param known asked while the list is taken over; without it only the places in the list are told. */
  constructor(private readonly known?: KnownNumbers | undefined) {}

  note({ cells, members }: HouseholdInRows): void {
    for (const person of members) {
      const number = identityIn(person);
      if (number === undefined) continue;
      this.add(number, { household: cells.户编号, ...rowTold(person.row) });
      if (this.unasked.push(number) === askedAtOnce) this.ask();
    }
  }

  /** The places of each such number, those in other households that have it on record after those in the list. */
  async places(): Promise<readonly (readonly RowPlace[])[]> {
    this.ask();
    for (const answer of this.answers)
      for (const [number, households] of await answer) for (const household of households) this.add(number, { household });
    return [...this.all.values()];
  }

  private ask(): void {
    const answer = this.known?.(this.unasked);
    answer?.catch(() => undefined); // thrown where it is waited for
    if (answer) this.answers.push(answer);
    this.unasked = [];
  }

  private add(number: string, place: RowPlace): void {
    const first = this.first.get(number);
    const places = this.all.get(number) ?? (first ? [first] : []);
    if (!first) this.first.set(number, place);
    else if (places.every(({ household }) => household !== place.household)) this.all.set(number, [...places, place]);
  }
}
