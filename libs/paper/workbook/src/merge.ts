/** Cells that are shown as one: rows as Excel counts, from 1, columns from 0; all inclusive. */
export interface Merge {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}
