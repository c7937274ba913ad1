import type { Field, Fields, FormValues } from '../forms/field.js';
import { formValuesIn } from '../forms/form-values.js';
import type { Description } from './description.js';

const effectiveOn: Field = { kind: 'day', label: 'envelope.effectiveOn', hint: 'envelope.effectiveOnHint' };
/** On what something was decided. */
export const authorityField = {
  kind: 'group',
  label: 'envelope.authority',
  optional: true,
  fields: {
    kind: { kind: 'code', list: 'authority', label: 'envelope.authorityKind', optional: true },
    number: { kind: 'line', label: 'envelope.authorityNumber', optional: true },
    date: { kind: 'day', label: 'envelope.authorityDate', optional: true },
  },
} as const;
const evidence: Field = { kind: 'evidence', label: 'envelope.evidence', hint: 'envelope.evidenceHint', optional: true };

/** What every command says beside itself: from which day, who decided, on what authority. */
export const envelopeFields: Fields = {
  effectiveOn,
  actedBy: { kind: 'person', label: 'envelope.actedBy', hint: 'envelope.actedByHint', optional: true },
  authority: authorityField,
  evidence,
};

const dayAhead = { label: 'envelope.comesIntoForceOn', hint: 'envelope.comesIntoForceOnHint' } as const;

/** Which member of the household does it, how that one stands by it, and who acts for the member where somebody does. */
const householder: Field = {
  kind: 'group',
  label: 'envelope.householder',
  fields: {
    member: { kind: 'member', label: 'field.member' },
    how: { kind: 'code', list: 'signMethod', label: 'envelope.signed' },
    proxy: { kind: 'code', list: 'proxyKind', label: 'envelope.proxy', hint: 'envelope.proxyHint', optional: true },
  },
};

/** How an envelope is asked for. */
type Enveloped = Pick<Description, 'day' | 'ahead' | 'acts'>;

/**
 * The envelope of a command: of an act of the office itself, and of what may come into force later, the day is asked for in its own words; of
 * a householder's, which member it is.
 */
export function envelopeOf({ day, ahead, acts }: Enveloped): Fields {
  if (acts === 'householder') return { effectiveOn, householder, authority: authorityField, evidence };
  const asked = ahead ? dayAhead : day;
  return typeof asked === 'object' ? { ...envelopeFields, effectiveOn: { kind: 'day', ...asked } } : envelopeFields;
}

/** The envelope as it is sent of what is asked of `of`, such as `/households/…`: whose household it is, a form does not ask. */
export function envelopeIn(description: Enveloped, of: string, typed: FormValues): Record<string, unknown> {
  const said = formValuesIn(envelopeOf(description), typed);
  if (description.acts !== 'householder') return said;
  return { ...said, householder: { household: of.split('/').at(-1), ...(said['householder'] as object) } };
}

/** What of the envelope is not asked for: an act of the office itself is nobody else's, and mostly holds from the day of its recording. */
export const unaskedOf = ({ day }: Pick<Description, 'day'>): string[] =>
  day === undefined ? [] : ['actedBy', ...(day === 'today' ? ['effectiveOn'] : [])];
