import * as input from '../input/index.js';
import type { InBoth, WordList } from '../sentences.js';

/**
 * What a value of the domain is, said once: how a form asks for it, how what is typed is read, what the API lets in, how a list keeps and
 * orders it and a file says it follow from its kind. Source: descriptions.md, decisions.md 13.
 */
export type ValueKind = ScalarKind | ManyKind | NestedKind | TotalKind;

/** The names of the kinds. */
export const kindNames = [
  'text',
  'mark',
  'words',
  'count',
  'fen',
  'mu',
  'day',
  'instant',
  'yes-no',
  'person',
  'member',
  'id',
  'entry',
  'password',
  'right',
  'role',
  'unit',
  'region',
  'code',
  'listed',
  'units',
  'regions',
  'counts',
  'days',
  'listed-several',
  'group',
  'cases',
  'rows',
  'total',
] as const satisfies readonly ValueKind['name'][];
export type KindName = ValueKind['name'];

/** Words for the codes of a closed list. */
export type CodeWords = Readonly<Record<string, InBoth>>;
/** A class whose fields are described. */
export type Fielded = new () => object;

export type ScalarKind =
  | TextKind
  | MarkKind
  | WordsKind
  | AmountKind
  | { readonly name: 'day' | 'instant' | 'yes-no' | 'person' | 'member' | 'id' | 'entry' | 'password' | 'right' }
  | { readonly name: 'role'; readonly roles: readonly string[] }
  /** Where `fills` is said, a choice fills the fields `level` and `region` beside it with what is on record, or the level with the region's. */
  | { readonly name: 'unit'; readonly fills?: true }
  | { readonly name: 'region'; readonly fills?: true; readonly isVillage?: true }
  | { readonly name: 'code'; readonly words: CodeWords }
  /** A code of a list that a dated standard holds: the choices are those of the region and the day. `own` where it makes up that list itself. */
  | { readonly name: 'listed'; readonly list: WordList; readonly shape: RegExp | readonly string[]; readonly example: string };

/** One line, read by a rule of `input`. */
interface TextKind {
  readonly name: 'text';
  readonly read: input.Reading<string>;
  readonly example: string;
}

/** A mark that the office gave, such as a number or a login: of one shape, which `form` says in words that go on after "must be", "应为". */
export interface MarkKind {
  readonly name: 'mark';
  readonly shape: RegExp;
  readonly form: InBoth;
  readonly clean: (typed: string) => string;
  readonly example: string;
  /** The county's series that numbers it; one that stands there already is told before it is recorded. */
  readonly series?: Series;
}

/** What a county numbers. */
export type Series = 'problem' | 'cancellation';

/** Sentences, sealed in events. */
interface WordsKind {
  readonly name: 'words';
  readonly least: number;
  readonly most: number;
  readonly example: string;
}

/** A whole number: of things, of fen, of hundredths of a mu. */
interface AmountKind {
  readonly name: 'count' | 'fen' | 'mu';
  readonly least: number;
  readonly most: number;
}

/** Several of a kind. */
type ManyKind =
  | { readonly name: 'units' | 'regions'; readonly most: number }
  | { readonly name: 'counts'; readonly least: number; readonly most: number; readonly items: number }
  | { readonly name: 'days'; readonly items: number }
  | { readonly name: 'listed-several'; readonly list: WordList; readonly shape: RegExp; readonly example: string; readonly most: number };

type NestedKind =
  | { readonly name: 'group'; readonly of: () => Fielded }
  /** A group whose fields are those of the case that the field `by` beside it names. */
  | { readonly name: 'cases'; readonly by: string; readonly cases: Readonly<Record<string, () => Fielded>> }
  /**
   * Lines of the same fields, so many. As a checklist, a line for each code of the first field, with a yes or no; as relations, a line for
   * each member but the one whom the field `head` names, with a code.
   */
  | {
      readonly name: 'rows';
      readonly of: () => Fielded;
      readonly least: number;
      readonly most: number;
      readonly as?: 'checklist' | 'relations';
    };

/** Follows from the fields before it, in fen: some added, some taken off, over a number of persons where that is said, rounded down. */
export interface TotalKind {
  readonly name: 'total';
  readonly plus: readonly string[];
  readonly minus?: readonly string[];
  readonly over?: string;
}

export const text = (read: input.Reading<string>, example: string): ValueKind => ({ name: 'text', read, example });
export const mark = (said: Omit<MarkKind, 'name'>): ValueKind => ({ name: 'mark', ...said });
export const words = (least: number, most: number, example: string): ValueKind => ({ name: 'words', least, most, example });
export const day: ValueKind = { name: 'day' };
export const instant: ValueKind = { name: 'instant' };
export const yesNo: ValueKind = { name: 'yes-no' };
export const count = (least: number, most: number): ValueKind => ({ name: 'count', least, most });
/** An amount of money, in fen. */
export const fen: ValueKind = { name: 'fen', least: 0, most: input.mostFen };
/** An area, in hundredths of a mu. */
export const mu: ValueKind = { name: 'mu', least: 0, most: 10_000_000 };
export const code = (list: CodeWords): ValueKind => ({ name: 'code', words: list });
/** The same, where only some of its codes may be said. */
export const oneOf = (codes: readonly string[], list: CodeWords): ValueKind =>
  code(Object.fromEntries(codes.map((one) => [one, list[one] ?? { en: one, zh: one }])));
export const listed = (list: WordList, shape: RegExp | readonly string[], example: string): ValueKind => ({
  name: 'listed',
  list,
  shape,
  example,
});
export const listedSeveral = (list: WordList, shape: RegExp, most: number, example: string): ValueKind => ({
  name: 'listed-several',
  list,
  shape,
  most,
  example,
});
export const person: ValueKind = { name: 'person' };
export const member: ValueKind = { name: 'member' };
/** Anything on record by its id, which no form asks for. */
export const id: ValueKind = { name: 'id' };
export const entry: ValueKind = { name: 'entry' };
export const unit: ValueKind = { name: 'unit' };
export const fillingUnit: ValueKind = { name: 'unit', fills: true };
export const region: ValueKind = { name: 'region' };
export const village: ValueKind = { name: 'region', isVillage: true };
export const fillingRegion: ValueKind = { name: 'region', fills: true };
export const units = (most: number): ValueKind => ({ name: 'units', most });
export const regions = (most: number): ValueKind => ({ name: 'regions', most });
export const counts = (least: number, most: number, items: number): ValueKind => ({ name: 'counts', least, most, items });
export const days = (items: number): ValueKind => ({ name: 'days', items });
export const password: ValueKind = { name: 'password' };
export const role = (roles: readonly string[]): ValueKind => ({ name: 'role', roles });
export const right: ValueKind = { name: 'right' };
export const group = (of: () => Fielded): ValueKind => ({ name: 'group', of });
export const cases = (by: string, each: Readonly<Record<string, () => Fielded>>): ValueKind => ({ name: 'cases', by, cases: each });
export const rows = (of: () => Fielded, least: number, most: number): ValueKind => ({ name: 'rows', of, least, most });
export const checklist = (of: () => Fielded, most: number): ValueKind => ({ name: 'rows', of, least: 0, most, as: 'checklist' });
export const relations = (of: () => Fielded, most: number): ValueKind => ({ name: 'rows', of, least: 0, most, as: 'relations' });
export const total = (said: Omit<TotalKind, 'name'>): ValueKind => ({ name: 'total', ...said });
