/** Counts of a takeover under way; an open object in the OpenAPI document. */
export interface Progressed {
  readonly rows: number;
  readonly done: number;
  /** Null until the file is read to its end. */
  readonly subjects: number | null;
}

export interface Fault {
  readonly row: number;
  readonly column: string;
  readonly value: string;
  readonly en: string;
  readonly zh: string;
}

/** What became of a list; an open object in the OpenAPI document. */
export interface Report {
  readonly rows: number;
  readonly accepted: number;
  readonly refused: number;
  readonly alreadyThere: number;
  readonly differing: number;
  readonly seconds: number;
  /** The first 200. */
  readonly faults: readonly Fault[];
}
