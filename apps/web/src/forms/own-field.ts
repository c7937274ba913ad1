import { choicesOf, inBoth, type Term } from '../i18n/terms.js';
import type { Field, FieldKind, Fields } from './field.js';

/** A field that is the console's own: of a filter, of signing in, of the envelope of every act. */
export const ownField = (kind: FieldKind, called: Term, hint?: Term): Field => ({
  kind,
  called: inBoth(called),
  ...(hint && { hint: inBoth(hint) }),
  optional: false,
});
export const optional = (field: Field): Field => ({ ...field, optional: true });

/** A code of a list of the console's own. */
export const ownCode = (list: string, called: Term, hint?: Term): Field => ({
  ...ownField('code', called, hint),
  choices: [...choicesOf(list)],
});
export const ownGroup = (called: Term, fields: Fields): Field => ({ ...ownField('group', called), fields });
