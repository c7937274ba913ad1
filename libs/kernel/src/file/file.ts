import type { InBoth } from '../sentences.js';
import type { Reader } from './shown.js';
import type { Value } from './values.js';

/** A fact of a file: by which path one asks for it, what it is called, its value as JSON, and that value in words where it has any. */
export interface FactShown {
  /** `standing`, `members.<id>`. */
  readonly field: string;
  readonly called: InBoth;
  readonly value: unknown;
  readonly said: InBoth | null;
}

/** Some facts of a subject that stand together; none while it is not on record. */
export interface FileSection<State> {
  readonly name: string;
  readonly called: InBoth;
  /** What its facts follow from: while this is the same object, so are they. */
  readonly of: (state: State) => unknown;
  readonly facts: (state: State, to: Reader) => readonly FactShown[];
}

/** What a file shows of a subject's state. A state of which no section shows a fact is not on record. */
export type FileSections<State> = readonly FileSection<State>[];

/** A fact that shows itself to whoever may read the file. */
export interface Fact {
  readonly field: string;
  readonly called: InBoth;
  readonly value: Value;
}

export const fact = (field: string, called: InBoth, value: Value): Fact => ({ field, called, value });

export const factShown = ({ field, called, value }: Fact, to: Reader): FactShown => ({ field, called, ...value(to) });

/** Declares a section over a part of the state; a part that is null shows nothing. */
export const section = <State, Part>(
  name: string,
  called: InBoth,
  of: (state: State) => Part | null,
  facts: (part: Part) => readonly Fact[],
): FileSection<State> => ({
  name,
  called,
  of,
  facts: (state, to) => {
    const part = of(state);
    return part === null ? [] : facts(part).map((fact) => factShown(fact, to));
  },
});
