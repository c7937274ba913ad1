import type { Shapes } from '../api/ask.js';
import type { Right } from '../session/session.js';
import type { Series } from './numbering.js';
import type { Term } from '../words/words.js';

/** What somebody has typed into a form so far, by field. */
export type FormValues = Readonly<Record<string, unknown>>;

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
    | { readonly kind: 'codes'; readonly list: string }
    /** A number of a series of the county's; one that stands there already is told before it is recorded. */
    | { readonly kind: 'number'; readonly series: Series }
    | { readonly kind: 'person' | 'member' | 'regions' | 'role' | 'right' }
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
    | { readonly kind: 'sum'; readonly unit: Term; readonly of: (said: FormValues) => number }
    /** Always the same, and not shown. */
    | { readonly kind: 'constant'; readonly value: unknown }
  );

/** What is a list: left alone, it is sent empty. */
export const lists: ReadonlySet<Field['kind']> = new Set(['codes', 'checklist', 'regions', 'relations', 'rows', 'wholes', 'days']);

/** Whether the server refuses a command in which nothing was typed here. */
export const isRequired = ({ kind, optional, some }: Field): boolean => !optional && (!lists.has(kind) || some === true);

export type Fields = Readonly<Record<string, Field>>;

type Asked<Value> = undefined extends Value ? Field & { readonly optional: true } : Field & { readonly optional?: false };
/** Every field of a command as the server declares it, none missing and none too many. */
type FieldsOf<Name extends keyof Shapes> = { readonly [F in keyof Shapes[Name]]-?: Asked<Shapes[Name][F]> };

/** A command as the console asks it: one description drives its form, what it sends and where its refusals stand. */
export interface Description {
  /** The last part of its route. */
  readonly path: string;
  readonly title: Term;
  /** As the route's table has it. */
  readonly may: readonly Right[];
  readonly fields: Fields;
  /** Says something that is true of one alone, so that it is never asked of several in one go. */
  readonly single?: true;
  /** Never what to do next, so that it stands in the menu of a row and is not its main act. */
  readonly aside?: true;
  /**
   * Of an act of the office itself, in which nobody else acts: `today`, where no other day would make a difference and none is asked for;
   * or how the day is asked for that makes one, with nothing there to begin with.
   */
  readonly day?: 'today' | { readonly label: Term; readonly hint: Term };
  /** Whom it puts on record: who is likely there already is shown before. */
  readonly likely?: 'people' | 'units';
  /** Which field caused a rule's refusal, where its facts name none. */
  readonly places?: Readonly<Record<string, string>>;
}

/** Describes a command of the OpenAPI document. */
export const command = <Name extends keyof Shapes>(
  _name: Name,
  description: Omit<Description, 'fields'> & { readonly fields: FieldsOf<Name> },
): Description => description;

/** The fields of a shape within a command. */
export const fieldsOf = <Name extends keyof Shapes>(_name: Name, fields: FieldsOf<Name>): Fields => fields;
