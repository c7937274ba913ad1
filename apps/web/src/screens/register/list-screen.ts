import type { ReactNode } from 'react';
import type { Column } from '../../components/column.js';
import type { InBoth, Term } from '../../i18n/words.js';
import type { ListAsked } from './list-asked.js';
import type { ListActs } from './list-acts.js';
import type { CellsOwn } from './list-columns.js';
import type { RegisterRow } from './register-shapes.js';

/** A list as a screen has it, beyond what its register says. */
export interface ListScreen {
  /** The register, as it stands in addresses. */
  readonly name: string;
  /** A term of the console's, or what the register is called. */
  readonly title: Term | InBoth;
  /** The columns and the filters that it begins with. */
  readonly columns: readonly string[];
  readonly filters: readonly string[];
  /** Columns that cells and acts look at, whichever are shown. */
  readonly needs?: readonly string[];
  /** What is shown of some columns in a way of its own. */
  readonly own?: CellsOwn;
  readonly widths?: Readonly<Record<string, number>>;
  /** What is looked for as `person`, in whichever column of officials. */
  readonly person?: Term;
  /** Where rows can be found by what may stand in no address. */
  readonly search?: {
    readonly label: Term;
    readonly maxLength: number;
    /** What is said of one character alone, by which nobody is looked for. */
    readonly tooShort?: Term;
  };
  readonly acts?: Omit<ListActs, 'onAct'>;
  /** Registers whose rows of the same subjects come with each row. */
  readonly beside?: readonly string[];
  /** What is shown besides the register's own columns. */
  readonly extra?: readonly Column<RegisterRow>[];
  /** Questions that are asked by one tick: what each sets in the address. */
  readonly ticks?: readonly { readonly label: Term; readonly asked: ListAsked }[];
  /** What can be done beside; nothing of it in a past view. */
  readonly actions?: (asked: ListAsked) => ReactNode;
  /** What stands above the list. */
  readonly above?: (asked: ListAsked) => ReactNode;
  /** Beside how many rows there are: why. */
  readonly why?: (asked: ListAsked) => ReactNode;
  /** Why nothing is here: nothing fits, or nothing is there yet, and what to do then. */
  readonly empty: { readonly fits: Term; readonly none: Term; readonly act?: ReactNode };
}
