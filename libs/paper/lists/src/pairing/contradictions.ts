import type { RowPlace } from '../roster/shared-numbers.js';

/** Rows that say one thing of a key and rows that say another. */
export class Contradictions {
  private readonly first = new Map<string, { readonly text: string; readonly place: RowPlace }>();
  private readonly odd = new Map<string, Map<string, RowPlace>>();

  note(key: string, text: string, place: RowPlace): void {
    const first = this.first.get(key);
    if (!first) this.first.set(key, { text: text, place });
    else if (first.text !== text) {
      const apart = this.odd.get(key) ?? new Map<string, RowPlace>([[first.text, first.place]]);
      this.odd.set(key, apart);
      if (!apart.has(text)) apart.set(text, place);
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
