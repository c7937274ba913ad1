import type { Fields } from '../forms/field.js';
import type { Description } from './description.js';
import { authorityField } from './envelope.js';

const entry: Fields = { original: { kind: 'line', label: 'field.original' }, supersedes: { kind: 'line', label: 'field.supersedes' } };
const reason: Fields = { reason: { kind: 'words', label: 'field.correctionReason' } };

/** Nothing follows from the reason. */
const unsaid = { reason: '……' } as const;

/** Asks that an entry be struck out. Who may ask is said with the history, by entry. */
export const proposeRetraction: Description = {
  path: 'propose-retraction',
  title: 'command.proposeRetraction',
  may: [],
  day: 'today',
  tellsWhatFollows: unsaid,
  fields: { ...entry, ...reason },
};

/** Where the fields of the entry's own command stand within the form. */
const within = 'wanted.command';

/** Asks that an entry be corrected: the form of its own command, from its own day, and why. */
export function correctionOf(description: Description): Description {
  const places = Object.entries(description.places ?? {}).map(([rule, place]) => [rule, `${within}.${place}`]);
  return {
    path: 'propose-correction',
    title: 'command.proposeCorrection',
    may: [],
    day: 'today',
    tellsWhatFollows: unsaid,
    corrects: description,
    places: { 'identification.household-absent': 'wanted.effectiveOn', ...(Object.fromEntries(places) as Record<string, string>) },
    fields: {
      ...entry,
      wanted: {
        kind: 'group',
        label: 'field.wanted',
        fields: {
          command: { kind: 'group', label: description.title, fields: description.fields },
          effectiveOn: { kind: 'day', label: 'field.wantedFrom' },
          authority: { ...authorityField, label: 'field.entryAuthority' },
          evidence: { kind: 'evidence', label: 'field.entryEvidence', optional: true },
        },
      },
      ...reason,
    },
  };
}
