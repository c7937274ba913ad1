import type { Shapes } from '../api/ask.js';
import type { Field, Fields, FormValues } from '../forms/field.js';
import type { Term } from '../i18n/words.js';
import type { Right } from '../session/session.js';

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
  /** The key that asks it of the row of a list that has the focus. */
  readonly letter?: string;
  /** Never what to do next, so that it stands in the menu of a row and is not its main act. */
  readonly aside?: true;
  /**
   * Of an act of the office itself, in which nobody else acts: `today`, where no other day would make a difference and none is asked for;
   * or how the day is asked for that makes one, with nothing there to begin with.
   */
  readonly day?: 'today' | { readonly label: Term; readonly hint: Term };
  /** Sets what may come into force on a day ahead: nothing else that is recorded lies ahead. */
  readonly ahead?: true;
  /** Whose act it is, where that is a member's of the household: which one is asked for. */
  readonly acts?: 'householder';
  /** Whom it puts on record: who is likely there already is shown before. */
  readonly likely?: 'people' | 'units';
  /** Shows, while it is typed, what would follow from it: given is what stands in for fields on which that does not rest, while they are empty. */
  readonly tellsWhatFollows?: FormValues;
  /** The command whose lists its fields take codes from, by the last part of that one's route: of what no route asks. */
  readonly listsOf?: string;
  /** The command of the entry that it asks to be corrected: it lends the fields, and the lists from which they take codes. */
  readonly corrects?: Description;
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
