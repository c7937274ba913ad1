import type { RegionCode } from '@lookback/kernel';
import type { AnySubject } from '@lookback/office/desk';
import type { Column, SheetRow } from '@lookback/paper/workbook';
import type { Faults } from './fault.js';

/** What the rows of one subject ask of the desk. */
export interface Taken {
  /** The subject's id. */
  readonly id: string;
  /** As the list and its reader call it, once the desk has answered: a household's number, or the code of its file. */
  called(): string;
  readonly command: object;
  /** Where it lies by what its rows say: an account that may not record in each of these is told so, whatever is on record. */
  readonly places: readonly RegionCode[];
  /** What its rows say, normalised and in an order of its own: the same, the same subject again. */
  readonly content: readonly (readonly string[])[];
}

/** Which list it is: digest of the file (SHA-256, hex). Its rows say on which sheet they stand. */
export interface ListSource {
  readonly file: string;
}

/** A list that arrives from outside: its columns, how its rows group into subjects, and what a subject's rows ask. */
export interface List<Name extends string> {
  readonly subject: AnySubject;
  readonly columns: readonly Column<Name>[];
  /** Those by which a subject is known: a row that has none of them belongs to none. */
  readonly known: readonly Name[];
  /** The rules by which the desk says that the subject is there, with other content. */
  readonly alreadyOnRecord: readonly string[];
  /** Rows with the same answer belong to one subject, wherever they stand. Asked once for each row, in their order, before any is taken. */
  subjectOf(row: SheetRow<Name>): string;
  /** Asked once for each subject, with its rows in the order of the sheet. Undefined where a fault was noted. */
  take(rows: readonly SheetRow<Name>[], source: ListSource, faults: Faults<Name>): Taken | undefined;
}
