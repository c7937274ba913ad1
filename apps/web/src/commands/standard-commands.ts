import { command, type Description } from './description.js';
import { standardValues } from './standard-values.js';

const may = ['standards'] as const;

/** Proposes one standard, in its shape. */
export const proposeStandard = (standard: keyof typeof standardValues): Description =>
  command('ProposeStandard', {
    path: 'propose-standard',
    title: 'command.proposeStandard',
    may,
    ahead: true,
    fields: {
      standard: { kind: 'constant', value: standard, label: 'field.value' },
      value: { kind: 'group', label: 'field.value', fields: standardValues[standard] },
      document: { kind: 'line', label: 'field.document' },
    },
  });

const proposal = { kind: 'constant', value: undefined, label: 'field.value' } as const;
export const adoptStandard = command('AdoptStandard', {
  path: 'adopt-standard',
  title: 'command.adoptStandard',
  may,
  fields: { proposal },
  places: { 'standards.other-day': 'effectiveOn' },
});
export const declineStandard = command('DeclineStandard', {
  path: 'decline-standard',
  title: 'command.declineStandard',
  may,
  fields: { proposal },
});
