import type { AccountId, CalendarDate, FileNames, Holder, PersonId } from '@lookback/kernel';

/** Whose account it is, and its login; `person` is null where it is nobody's own. */
export interface AccountKnown {
  readonly login: string;
  readonly person: PersonId | null;
}

/** What regions, units and officials are called, as the reader may see it; null where that is erased or not on record. */
export interface Names extends FileNames {
  /** On a day; where none is said, of the moment for which the names were loaded. */
  region(code: string, on?: CalendarDate): string | null;
  account(id: AccountId): AccountKnown | null;
  /** Whose an account is, with the post that the person held on a day where there was one; null where it is nobody's own. */
  recorder(account: AccountId, on: CalendarDate): Partial<Holder> | null;
}
