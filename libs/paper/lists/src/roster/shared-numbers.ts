import { fileCodeOf } from '@lookback/case/identification';
import type { HouseholdListed } from '@lookback/case/household';
import { type RowTold, rowTold } from '../standing.js';
import type { HouseholdInRows } from './household-in-rows.js';
import { identityIn } from './household-rules.js';

/** Where a citizen number stands: in a household, and in which row of which sheet of the list; on record only where there is no row. */
export interface RowPlace extends Partial<RowTold> {
  /** Its number; the code of its file where it has none. */
  readonly household: string;
}

/** A household by its file, and its number if it has one. */
type Numbered = Pick<HouseholdListed, 'id' | 'number'>;

/** The households on record that have members with these citizen numbers, by citizen number. */
export type KnownNumbers = (numbers: readonly string[]) => Promise<ReadonlyMap<string, readonly Numbered[]>>;

type Place = Numbered & Partial<RowTold>;

const askedAtOnce = 1_000;

/** Citizen numbers that stand in more than one household. Tells the places, never the numbers. */
export class SharedNumbers {
  /** Most numbers stand in one place only. */
  private readonly first = new Map<string, Place>();
  private readonly all = new Map<string, Place[]>();
  private unasked: string[] = [];
  private readonly answers: ReturnType<KnownNumbers>[] = [];

  /** @param known asked while the list is taken over; without it only the places in the list are told. */
  constructor(private readonly known?: KnownNumbers | undefined) {}

  /** @param id under which the list would open the household's file */
  note(id: string, { cells, members }: HouseholdInRows): void {
    for (const person of members) {
      const number = identityIn(person);
      if (number === undefined) continue;
      this.add(number, { id, number: cells.户编号, ...rowTold(person.row) });
      if (this.unasked.push(number) === askedAtOnce) this.ask();
    }
  }

  /**
   * The places of each such number, those in other households that have it on record after those in the list.
   * @param fileOf the file in which a household of the list stands; undefined where it had none
   */
  async places(fileOf: (id: string) => string | undefined): Promise<readonly (readonly RowPlace[])[]> {
    this.ask();
    for (const answer of this.answers)
      for (const [number, households] of await answer)
        for (const { id, number: called } of households) this.add(number, { id, number: called });
    const inFiles = [...this.all.values()].map((places) => places.map((place) => ({ ...place, id: fileOf(place.id) ?? place.id })));
    const inSeveral = inFiles.map((places) => places.filter(({ id }, i) => places.findIndex((one) => one.id === id) === i));
    return inSeveral.filter(({ length }) => length > 1).map((places) => places.map(told));
  }

  private ask(): void {
    const answer = this.known?.(this.unasked);
    answer?.catch(() => undefined); // thrown where it is waited for
    if (answer) this.answers.push(answer);
    this.unasked = [];
  }

  private add(number: string, place: Place): void {
    const first = this.first.get(number);
    const places = this.all.get(number) ?? (first ? [first] : []);
    if (!first) this.first.set(number, place);
    else if (places.every(({ id }) => id !== place.id)) this.all.set(number, [...places, place]);
  }
}

const told = ({ id, number, ...row }: Place): RowPlace => ({ household: number ?? fileCodeOf(id), ...row });
