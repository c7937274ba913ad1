/** The moment of a page: the day, and what was known. */
export interface MomentAsked {
  readonly at?: string;
  readonly known?: string;
}
