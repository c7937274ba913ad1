import type { InBoth } from '@lookback/kernel';
import type { SheetLeftOut } from '@lookback/paper/workbook';
import type { RowTold } from './standing.js';

/** A fault as its reader sees it. `value` may be personal data: show it to who imports, never log it. */
export interface FaultTold extends InBoth, RowTold {
  readonly rule: string;
  readonly subject: string;
  /** Empty where the fault is the row's as a whole. */
  readonly column: string;
  readonly value: string;
}

/** A subject of the list, and where it stands there. */
export interface SubjectTold {
  readonly subject: string;
  /** The sheet of its first row. */
  readonly sheet: string;
  readonly rows: readonly number[];
}

/**
 * What became of a list. Its subjects are counted once each: accepted + refused + alreadyThere + differing is all of them,
 * unless it was stopped. A dry run counts as if it recorded.
 */
export interface ImportReport {
  /** Rows below the headers that hold anything. */
  readonly rows: number;
  /** Rows that belong to no subject (totals, signatures, notes), of which nothing is taken; and where the first 200 of them stand. */
  readonly rowsAside: number;
  readonly asidePlaces: readonly RowTold[];
  /** The sheets that were read, by name. */
  readonly sheets: readonly string[];
  /** Those that hold something else, of which nothing is taken, with the columns that they lack. */
  readonly sheetsLeftOut: readonly SheetLeftOut[];
  /** Subjects recorded now; in a dry run those that would be sent. */
  readonly accepted: number;
  /** Subjects with a fault: nothing of them is recorded, all their rows are in the refusal workbook. */
  readonly refused: number;
  /** Subjects on record by a list whose rows said the same, in whatever file, order or spelling and of whatever date. */
  readonly alreadyThere: number;
  /** Subjects on record with other content: nothing is written, nobody refused. */
  readonly differing: number;
  /** Rows of the subjects that were accepted or already there. */
  readonly rowsOnRecord: number;
  /** Entries added to the log; a dry run adds none. */
  readonly entries: number;
  /** Place in the log of the last of them; null where there is none. */
  readonly lastPosition: number | null;
  /** From the first byte to the last answer of the desk. */
  readonly seconds: number;
  readonly dryRun: boolean;
  /** True when the signal stopped it: what is counted is done, the same file run again does the rest. */
  readonly stopped: boolean;
  /** The first 200 faults. */
  readonly faults: readonly FaultTold[];
  /** The first 200 differing subjects. */
  readonly differingSubjects: readonly SubjectTold[];
  /** Refused subjects that are not in the refusal workbook, which ends before 20,000 rows are passed: mend those, then import this file again. */
  readonly refusedLeftOut: number;
  /** All rows of the refused subjects, in the layout of the file; absent where none was refused. */
  readonly refusedWorkbook?: Uint8Array | undefined;
}

/** Where an import stands. `subjects` is null until the file is read to its end. */
export interface Counts {
  readonly rows: number;
  readonly done: number;
  readonly subjects: number | null;
}
