import { optional, ownField, ownGroup } from '../forms/own-field.js';
import { inBoth } from '../i18n/terms.js';
import type { Act } from './act.js';
import { authorityField } from './envelope.js';

/** Where the fields of the entry's own command stand within the form. */
const within = 'wanted.command';

/** The form that asks for an entry to be corrected: that of its own act, from its own day, and why. */
export function correctionOf(proposing: Act, act: Act): Act {
  const places = Object.entries(act.places).map(([rule, place]) => [rule, `${within}.${place}`]);
  const { original, supersedes, reason } = proposing.fields;
  const wanted = ownGroup('field.wanted', {
    command: { kind: 'group', called: act.called, optional: false, fields: act.fields },
    effectiveOn: ownField('day', 'field.wantedFrom'),
    authority: { ...authorityField, called: inBoth('field.entryAuthority') },
    evidence: optional(ownField('evidence', 'field.entryEvidence')),
  });
  return {
    ...proposing,
    within: act,
    places: { 'identification.household-absent': 'wanted.effectiveOn', ...(Object.fromEntries(places) as Record<string, string>) },
    fields: { ...(original && { original }), ...(supersedes && { supersedes }), wanted, ...(reason && { reason }) },
  };
}
