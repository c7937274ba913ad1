import type { Layout, ColumnPlaces } from './layout.js';
import type { Merge } from './merge.js';
import type { Oddities, Oddity } from './oddity.js';

/** What all rows of a sheet have in common: how it is laid out, and where the wanted columns stand. */
export interface Header {
  readonly layout: Layout;
  readonly places: ColumnPlaces;
}

/** One row of a sheet that holds anything. */
export class SheetRow<Name extends string = string> {
  constructor(
    /** As Excel counts, from 1. */
    readonly number: number,
    /** All cells in the order of the layout's header, unread columns included; '' where nothing stands. */
    readonly texts: string[],
    private readonly header: Header,
    private odd?: Oddities,
  ) {}

  /** The sheet in which it stands. */
  get layout(): Layout {
    return this.header.layout;
  }

  /** The text under a wanted column; '' where nothing stands or an optional column is not in the sheet. */
  text(column: Name): string {
    return this.texts[this.placeOf(column)] ?? '';
  }

  /** What the cell holds under a wanted column where that is no plain text or number. */
  oddity(column: Name): Oddity | undefined {
    return this.odd?.get(this.placeOf(column));
  }

  /** Takes what the first cell of a range says into those of its cells that lie in this row. */
  share(first: SheetRow, { left, right }: Merge): void {
    const text = first.texts[left] ?? '';
    const odd = first.odd?.get(left);
    for (let place = left; place <= Math.min(right, this.texts.length - 1); place++) {
      this.texts[place] = text;
      if (odd) this.odd = new Map(this.odd).set(place, odd);
    }
  }

  /** Where the column stands among the texts, from 0; -1 when it is not in the sheet. */
  placeOf(column: Name): number {
    return this.header.places.get(column) ?? -1;
  }
}
