import type { Limits } from './limits.js';
import type { Oddities } from './oddity.js';

/** One row that holds anything, as it stands in the sheet. */
export interface RawRow {
  /** As Excel counts, from 1. */
  readonly number: number;
  /** The text of each cell by its column, from 0; '' where nothing stands. */
  readonly texts: string[];
  readonly odd?: Oddities | undefined;
}

export interface SheetContext {
  readonly sheet: string;
  readonly part: string;
  readonly sharedTexts: readonly string[];
  readonly dayStyles: ReadonlySet<number>;
  readonly from1904: boolean;
  readonly limits: Limits;
}
