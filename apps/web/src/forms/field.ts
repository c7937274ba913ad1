import type { Term } from '../i18n/words.js';
import type { WordList } from './word-list.js';

/** What somebody has typed into a form so far, by field. */
export type FormValues = Readonly<Record<string, unknown>>;

/** Why what was typed was refused, in words, by the field's path: `authority.date`, in lists `years.0.year`. */
export type FieldRefusals = Readonly<Record<string, string>>;

/** What the office numbers. */
export type Series = 'problem' | 'cancellation';

interface Common {
  readonly label: Term;
  readonly hint?: Term;
  /** May be left out; the server's OpenAPI document says the same, and the compiler compares. */
  readonly optional?: boolean;
  /** Of what is a list: holds at least one; else it may be empty. */
  readonly some?: true;
}

/** How one field of a command is asked for. */
export type Field = Common &
  (
    | { readonly kind: 'line' | 'words' | 'day' | 'yes-no' | 'whole' | 'instant' | 'password' }
    /** Hundredths, typed with two decimals: fen as yuan, hundredths of a mu as mu. */
    | { readonly kind: 'hundredths'; readonly unit: Term }
    /** A code of a list in the glossary; `only` where not all of it may be chosen. */
    | { readonly kind: 'code'; readonly list: string; readonly only?: readonly string[] }
    /** Codes of a list that a standard in force holds: the server gives the choices of the region and the day. */
    | { readonly kind: 'listed' | 'listed-several'; readonly list: WordList }
    /** A number of a series of the county's; one that stands there already is told before it is recorded. */
    | { readonly kind: 'number'; readonly series: Series }
    | { readonly kind: 'person' | 'member' | 'regions' | 'units' | 'role' | 'right' }
    /** Where `fills` is said, a choice fills the fields `level` and `region` with what is on record, or the level with the region's. */
    | { readonly kind: 'unit' | 'region'; readonly fills?: true }
    /** Filled by another field, and not shown. */
    | { readonly kind: 'filled' }
    /** Photos and papers of the household, by digest. */
    | { readonly kind: 'evidence' }
    /** A line for each code of a list: in order, or not. */
    | { readonly kind: 'checklist'; readonly list: string }
    /** How the members are related to the head whom the field `head` names. */
    | { readonly kind: 'relations'; readonly head: string }
    | { readonly kind: 'group'; readonly fields: Fields }
    /** Lines of the same fields. */
    | { readonly kind: 'rows'; readonly fields: Fields }
    | { readonly kind: 'wholes' | 'days' }
    /** Follows from the fields before it, and is shown. */
    | { readonly kind: 'sum'; readonly unit: Term; readonly compute: (said: FormValues) => number }
    /** Always the same, and not shown. */
    | { readonly kind: 'constant'; readonly value: unknown }
  );

/** What is a list: left alone, it is sent empty. */
export const lists: ReadonlySet<Field['kind']> = new Set([
  'listed-several',
  'checklist',
  'regions',
  'units',
  'relations',
  'rows',
  'wholes',
  'days',
]);

/** Whether the server refuses a command in which nothing was typed here. */
export const isRequired = ({ kind, optional, some }: Field): boolean => !optional && (!lists.has(kind) || some === true);

export type Fields = Readonly<Record<string, Field>>;
