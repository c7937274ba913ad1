import type { CSSProperties, ReactNode } from 'react';

/** A column of a table, over what its rows are. */
export interface Column<Row> {
  readonly key: string;
  readonly title: string;
  /** Relative width on a wide screen. */
  readonly width: number;
  /** Pixels below which it is not pressed together: the table is scrolled instead. */
  readonly least?: number;
  /** Heads the card that a row is on a phone. */
  readonly main?: boolean;
  readonly align?: 'end';
  /** Stays at an edge while the others are scrolled: of columns with a least width, the first two, or the last. */
  readonly stays?: 'start' | 'end';
  /** Rows can be put in its order. */
  readonly sort?: boolean;
  readonly cell: (row: Row) => ReactNode;
}

/** How wide a cell is of a column that is not pressed together; all others share the width of the row. */
export const widthOf = ({ width, least }: { readonly width: number; readonly least?: number | undefined }): CSSProperties | undefined =>
  least === undefined ? undefined : { flex: `${String(width)} 1 0`, minWidth: least };
