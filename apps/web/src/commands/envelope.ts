import type { Fields } from '../forms/field.js';
import type { Description } from './description.js';

/** What every command says beside itself: from which day, who decided, on what authority. */
export const envelopeFields: Fields = {
  effectiveOn: { kind: 'day', label: 'envelope.effectiveOn', hint: 'envelope.effectiveOnHint' },
  actedBy: { kind: 'person', label: 'envelope.actedBy', hint: 'envelope.actedByHint', optional: true },
  authority: {
    kind: 'group',
    label: 'envelope.authority',
    optional: true,
    fields: {
      kind: { kind: 'code', list: 'authority', label: 'envelope.authorityKind', optional: true },
      number: { kind: 'line', label: 'envelope.authorityNumber', optional: true },
      date: { kind: 'day', label: 'envelope.authorityDate', optional: true },
    },
  },
  evidence: { kind: 'evidence', label: 'envelope.evidence', hint: 'envelope.evidenceHint', optional: true },
};

const dayAhead = { label: 'envelope.comesIntoForceOn', hint: 'envelope.comesIntoForceOnHint' } as const;

/** The envelope of a command: of an act of the office itself, and of what may come into force later, the day is asked for in its own words. */
export function envelopeOf({ day, ahead }: Pick<Description, 'day' | 'ahead'>): Fields {
  const asked = ahead ? dayAhead : day;
  return typeof asked === 'object' ? { ...envelopeFields, effectiveOn: { kind: 'day', ...asked } } : envelopeFields;
}

/** What of the envelope is not asked for: an act of the office itself is nobody else's, and mostly holds from the day of its recording. */
export const unaskedOf = ({ day }: Pick<Description, 'day'>): string[] =>
  day === undefined ? [] : ['actedBy', ...(day === 'today' ? ['effectiveOn'] : [])];
