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
  | AmountKind<'count' | 'fen' | 'mu'>
  | Plain<'day' | 'instant' | 'yes-no' | 'person' | 'member' | 'id' | 'entry' | 'password' | 'right'>
  | { readonly name: 'role'; readonly roles: readonly string[] }
  /** Where `fills` is said, a choice fills the fields `level` and `region` beside it with what is on record, or the level with the region's. */
  | { readonly name: 'unit'; readonly fills?: true }
  | { readonly name: 'region'; readonly fills?: true; readonly isVillage?: true }
  | { readonly name: 'code'; readonly words: CodeWords }
  /** A code of a list that a dated standard holds: the choices are those of the region and the day. */
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
  readonly series?: SeriesName;
}

/** What a county numbers. */
export type SeriesName = 'problem' | 'cancellation';

/** Sentences, sealed in events. */
interface WordsKind {
  readonly name: 'words';
  readonly least: number;
  readonly most: number;
  readonly example: string;
}

/** A whole number: of things, of fen, of hundredths of a mu. */
type AmountKind<Name> = Name extends string ? { readonly name: Name; readonly least: number; readonly most: number } : never;

/** Kinds of which nothing more is to be said. */
type Plain<Name> = Name extends string ? { readonly name: Name } : never;

/** Several of a kind. */
type ManyKind =
  | { readonly name: 'units'; readonly most: number }
  | { readonly name: 'regions'; readonly most: number }
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

/** A kind as it is declared: one of the union, and which. */
type Of<Name extends ValueKind['name']> = Extract<ValueKind, { readonly name: Name }>;

export const text = (read: input.Reading<string>, example: string): Of<'text'> => ({ name: 'text', read, example });
/** A number or a name of the office's own, which names nobody. */
export const line = text(input.text(200), '永寿县');
export const mark = (said: Omit<MarkKind, 'name'>): Of<'mark'> => ({ name: 'mark', ...said });
export const words = (least: number, most: number, example: string): Of<'words'> => ({ name: 'words', least, most, example });
export const day: Of<'day'> = { name: 'day' };
export const instant: Of<'instant'> = { name: 'instant' };
export const yesNo: Of<'yes-no'> = { name: 'yes-no' };
/** How many there are of something. */
export const count = (least: number, most: number): Of<'count'> => ({ name: 'count', least, most });
/** Any whole number. */
export const whole = count(0, 1_000_000_000);
/** An amount of money, in fen. */
export const fen: Of<'fen'> = { name: 'fen', least: 0, most: input.mostFen };
/** An area, in hundredths of a mu. */
export const mu: Of<'mu'> = { name: 'mu', least: 0, most: 10_000_000 };
export const code = (list: CodeWords): Of<'code'> => ({ name: 'code', words: list });
/** The same, where only some of its codes may be said. */
export const oneOf = (codes: readonly string[], list: CodeWords): Of<'code'> =>
  code(Object.fromEntries(codes.map((one) => [one, list[one] ?? { en: one, zh: one }])));
export const listed = (list: WordList, shape: RegExp | readonly string[], example: string): Of<'listed'> => ({
  name: 'listed',
  list,
  shape,
  example,
});
export const listedSeveral = (list: WordList, shape: RegExp, most: number, example: string): Of<'listed-several'> => ({
  name: 'listed-several',
  list,
  shape,
  most,
  example,
});
export const person: Of<'person'> = { name: 'person' };
export const member: Of<'member'> = { name: 'member' };
/** Anything on record by its id, which no form asks for. */
export const id: Of<'id'> = { name: 'id' };
export const entry: Of<'entry'> = { name: 'entry' };
export const unit: Of<'unit'> = { name: 'unit' };
export const fillingUnit: Of<'unit'> = { name: 'unit', fills: true };
export const region: Of<'region'> = { name: 'region' };
export const village: Of<'region'> = { name: 'region', isVillage: true };
export const fillingRegion: Of<'region'> = { name: 'region', fills: true };
export const units = (most: number): Of<'units'> => ({ name: 'units', most });
export const regions = (most: number): Of<'regions'> => ({ name: 'regions', most });
export const counts = (least: number, most: number, items: number): Of<'counts'> => ({ name: 'counts', least, most, items });
export const days = (items: number): Of<'days'> => ({ name: 'days', items });
export const password: Of<'password'> = { name: 'password' };
export const role = (roles: readonly string[]): Of<'role'> => ({ name: 'role', roles });
export const right: Of<'right'> = { name: 'right' };
export const group = (of: () => Fielded): Of<'group'> => ({ name: 'group', of });
export const cases = (by: string, each: Readonly<Record<string, () => Fielded>>): Of<'cases'> => ({ name: 'cases', by, cases: each });
export const rows = (of: () => Fielded, least: number, most: number): Of<'rows'> => ({ name: 'rows', of, least, most });
export const checklist = (of: () => Fielded, most: number): Of<'rows'> => ({ name: 'rows', of, least: 0, most, as: 'checklist' });
export const relations = (of: () => Fielded, most: number): Of<'rows'> => ({ name: 'rows', of, least: 0, most, as: 'relations' });
export const total = (said: Omit<TotalKind, 'name'>): Of<'total'> => ({ name: 'total', ...said });
