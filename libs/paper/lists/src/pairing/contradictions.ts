import type { RowPlace } from '../roster/shared-numbers.js';

/** Rows that say one thing of a key and rows that say another. */
export class Contradictions {
  private readonly first = new Map<string, { readonly said: string; readonly place: RowPlace }>();
  private readonly odd = new Map<string, Map<string, RowPlace>>();

  note(key: string, said: string, place: RowPlace): void {
    const first = this.first.get(key);
    if (!first) this.first.set(key, { said, place });
    else if (first.said !== said) {
      const apart = this.odd.get(key) ?? new Map<string, RowPlace>([[first.said, first.place]]);
      this.odd.set(key, apart);
      if (!apart.has(said)) apart.set(said, place);
    }
  }

  /** How many keys have more than one thing said of them. */
  get count(): number {
    return this.odd.size;
  }

  /** Where the first of them stand: a place for each thing that is said. */
  places(most: number): RowPlace[][] {
    return [...this.odd.values()].slice(0, most).map((apart) => [...apart.values()]);
  }
}
