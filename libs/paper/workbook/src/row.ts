import type { Places } from './layout.js';

/** One row of a sheet that holds anything. */
export class SheetRow<Name extends string = string> {
  constructor(
    /** As Excel counts, from 1. */
    readonly number: number,
    /** All cells in the order of the layout's header, unread columns included; '' where nothing stands. */
    readonly texts: readonly string[],
    private readonly places: Places,
  ) {}

  /** The text under a wanted column; '' where nothing stands or an optional column is not in the sheet. */
  text(column: Name): string {
    return this.texts[this.placeOf(column)] ?? '';
  }

  /** Where the column stands among the texts, from 0; -1 when it is not in the sheet. */
  placeOf(column: Name): number {
    return this.places.get(column) ?? -1;
  }
}
