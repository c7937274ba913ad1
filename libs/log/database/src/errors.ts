/** A sentence for the operator, in both languages; never a password. */
export interface Sentence {
  readonly en: string;
  readonly zh: string;
}

abstract class DatabaseError extends Error implements Sentence {
  readonly en: string;
  readonly zh: string;

  /** `setting` is the variable to look at, such as LOOKBACK_DATABASE_URL. */
  constructor(
    readonly setting: string,
    sentence: Sentence,
  ) {
    super(sentence.en);
    this.name = new.target.name;
    this.en = sentence.en;
    this.zh = sentence.zh;
  }
}

/** The database cannot be reached now; starting it, or waiting, may be all it needs. */
export class DatabaseUnavailable extends DatabaseError {}

/** The database, or a right on it, is not what the product needs; somebody has to change a setting or the database. */
export class UnsupportedDatabase extends DatabaseError {}
