import type { Shapes } from '../api/ask.js';

/** What somebody has typed into a form so far, by field. */
export type FormValues = Readonly<Record<string, unknown>>;

/** Why what was typed was refused, in words, by the field's path: `authority.date`, in lists `years.0.year`. */
export type FieldRefusals = Readonly<Record<string, string>>;

type Described = Shapes['FieldShown'];

/** A kind of value of the server's, or `evidence`, which stands in envelopes alone. */
export type FieldKind = Described['kind'] | 'evidence';

/** How one field of a command is asked for, by its kind. */
export interface Field extends Readonly<Omit<Described, 'name' | 'kind' | 'fields' | 'cases'>> {
  readonly kind: FieldKind;
  /** Of a group, and of each line of rows. */
  readonly fields?: Fields;
  /** Of a group with fields by case. */
  readonly cases?: Readonly<Record<string, Fields>>;
}

export type Fields = Readonly<Record<string, Field>>;

/** Fields as the server describes them, by name, in their order. */
export const fieldsIn = (described: readonly Described[]): Fields =>
  Object.fromEntries(
    described.map(({ name, fields, cases, ...field }) => [
      name,
      {
        ...field,
        ...(fields && { fields: fieldsIn(fields) }),
        ...(cases && { cases: Object.fromEntries(cases.map((one) => [one.value, fieldsIn(one.fields)])) }),
      },
    ]),
  );

/** The fields within one: those of the case that the field beside it names, where there are cases. */
export const within = ({ fields, by, cases }: Field, all: FormValues): Fields => fields ?? cases?.[String(all[by ?? ''])] ?? {};

/** What is a list: left alone, it is sent empty. */
export const lists: ReadonlySet<FieldKind> = new Set(['listed-several', 'regions', 'units', 'rows', 'counts', 'days']);

/** Whether the server refuses a command in which nothing was typed here. */
export const isRequired = ({ kind, optional, some }: Field): boolean =>
  !optional && kind !== 'total' && (!lists.has(kind) || some === true);
