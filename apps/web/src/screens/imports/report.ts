/** Counts of a takeover under way; an open object in the OpenAPI document. */
export interface Progressed {
  readonly rows: number;
  readonly done: number;
  /** Null until the file is read to its end. */
  readonly subjects: number | null;
}

/** A row of a list, as Excel counts, on its sheet. */
export interface RowPlace {
  readonly sheet: string;
  readonly row: number;
}

export interface Fault extends RowPlace {
  readonly column: string;
  readonly value: string;
  readonly en: string;
  readonly zh: string;
}

/** Where something stands: in a household, and in which row of the list; on record only where there is no row. */
export interface Place {
  readonly household: string;
  readonly row?: number;
}

/** What is counted of a list beside its subjects; each kind of list has some of it. */
export const figures = [
  'households',
  'people',
  'problems',
  'helpers',
  'officials',
  'officialsMatched',
  'peopleRegistered',
  'unitsRegistered',
] as const;

/** What became of a list, as the command line tells it too; an open object in the OpenAPI document. */
export interface Report extends Partial<Readonly<Record<(typeof figures)[number], number>>> {
  readonly rows: number;
  /** Those that were read, by name, and those that hold something else, with the columns that they lack. */
  readonly sheets: readonly string[];
  readonly sheetsLeftOut: readonly { readonly sheet: string; readonly missing: readonly string[] }[];
  /** Rows that belong to no subject, such as totals and signatures, and where the first 200 stand. */
  readonly rowsAside: number;
  readonly asidePlaces: readonly RowPlace[];
  readonly accepted: number;
  readonly refused: number;
  readonly alreadyThere: number;
  readonly differing: number;
  readonly entries: number;
  readonly seconds: number;
  /** The first 200. */
  readonly faults: readonly Fault[];
  /** The first 200. */
  readonly differingSubjects: readonly { readonly subject: string; readonly rows: readonly number[] }[];
  readonly refusedLeftOut: number;
  /** Of a ledger: how many problems it states as what. */
  readonly stated?: Readonly<Record<'cancelled' | 'in-progress' | 'not-started', number>>;
  /** Citizen numbers in several households, and where the first 200 stand. */
  readonly duplicates?: number;
  readonly duplicatePlaces?: readonly (readonly Place[])[];
  /** Phones with several affiliations, names of several helpers, heads called otherwise on record; each with the first 200. */
  readonly affiliationsDiffering?: number;
  readonly affiliationPlaces?: readonly (readonly Place[])[];
  readonly namesSeveral?: number;
  readonly namePlaces?: readonly (readonly Place[])[];
  readonly headsDiffering?: number;
  readonly headPlaces?: readonly Place[];
  /** Rows of a ledger that state a day after the list's date, and where the first 200 stand. */
  readonly rowsLater?: number;
  readonly laterPlaces?: readonly RowPlace[];
}
