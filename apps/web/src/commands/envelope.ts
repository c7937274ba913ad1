import type { Fields, FormValues } from '../forms/field.js';
import { formValuesIn } from '../forms/form-values.js';
import { optional, ownCode, ownField, ownGroup } from '../forms/own-field.js';
import type { Act } from './act.js';

const effectiveOn = ownField('day', 'envelope.effectiveOn', 'envelope.effectiveOnHint');
/** On what something was decided. */
export const authorityField = optional(
  ownGroup('envelope.authority', {
    kind: optional(ownCode('authority', 'envelope.authorityKind')),
    number: optional(ownField('mark', 'envelope.authorityNumber')),
    date: optional(ownField('day', 'envelope.authorityDate')),
  }),
);
const evidence = optional(ownField('evidence', 'envelope.evidence', 'envelope.evidenceHint'));

/** What every command says beside itself: from which day, who decided, on what authority. */
export const envelopeFields = {
  effectiveOn,
  actedBy: optional(ownField('person', 'envelope.actedBy', 'envelope.actedByHint')),
  authority: authorityField,
  evidence,
} as const satisfies Fields;

const dayAhead = ownField('day', 'envelope.comesIntoForceOn', 'envelope.comesIntoForceOnHint');

/** Which member of the household does it, how that one stands by it, and who acts for the member where somebody does. */
const householder = ownGroup('envelope.householder', {
  member: ownField('member', 'field.member'),
  how: ownCode('signMethod', 'envelope.signed'),
  proxy: optional(ownCode('proxyKind', 'envelope.proxy', 'envelope.proxyHint')),
});

/** How an envelope is asked for. */
type Enveloped = Pick<Act, 'day'> & Partial<Pick<Act, 'ahead' | 'acts'>>;

/**
 * The envelope of a command: of an act of the office itself, and of what may come into force later, the day is asked for in its own words; of
 * a householder's, which member it is.
 */
export function envelopeOf({ day, ahead, acts }: Enveloped): Fields {
  if (acts === 'householder') return { effectiveOn, householder, authority: authorityField, evidence };
  if (ahead) return { ...envelopeFields, effectiveOn: dayAhead };
  return typeof day === 'object' ? { ...envelopeFields, effectiveOn: { ...effectiveOn, ...day } } : envelopeFields;
}

/** The envelope as it is sent of what is asked of `of`, such as `/households/…`: whose household it is, a form does not ask. */
export function envelopeIn(act: Enveloped, of: string, typed: FormValues): Record<string, unknown> {
  const said = formValuesIn(envelopeOf(act), typed);
  if (act.acts !== 'householder') return said;
  return { ...said, householder: { household: of.split('/').at(-1), ...(said['householder'] as object) } };
}

/** What of the envelope is not asked for: an act of the office itself is nobody else's, and mostly holds from the day of its recording. */
export const unaskedOf = ({ day }: Pick<Act, 'day'>): string[] =>
  day === undefined ? [] : ['actedBy', ...(day === 'today' ? ['effectiveOn'] : [])];
