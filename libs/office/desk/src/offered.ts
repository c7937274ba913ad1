import type { InBoth } from '@lookback/kernel';

/** How an act is offered and its form drawn, beyond its fields: what the console, and whoever else draws forms, cannot know by itself. */
export interface Offered {
  /** The rows of a list that it is about, by the field that names one. */
  readonly about?: string;
  /** Which rows it is offered for, by the values of their columns; the first that fits is a row's main act. What is refused then is the rule's to say. */
  readonly at?: Readonly<Record<string, readonly string[]>>;
  /** The key that asks it of the row that has the focus. */
  readonly letter?: string;
  /** Says something that is true of one alone, so that it is never asked of several in one go. */
  readonly single?: true;
  /** Never what to do next, so that it stands in the menu of a row and is not its main act. */
  readonly aside?: true;
  /** Of an act of the office itself, in which nobody else acts: `today`, where no other day makes a difference, or how the day is asked for. */
  readonly day?: 'today' | { readonly called: InBoth; readonly hint: InBoth };
  /** Whom it puts on record: who is likely there already is shown before. */
  readonly likely?: 'people' | 'units';
  /** Shows, while it is typed, what would follow; given is what stands in for fields on which that does not rest, while they are empty. */
  readonly tellsWhatFollows?: Readonly<Record<string, unknown>>;
  /** Beside which field a rule's refusal stands, where its facts name none. */
  readonly places?: Readonly<Record<string, string>>;
}
