import { fieldsOf } from './description.js';

/** What is said of somebody who comes to belong to a household. */
export const personal = {
  name: { kind: 'line', label: 'field.name' },
  citizenNumber: { kind: 'line', label: 'field.citizenNumber', optional: true },
  document: {
    kind: 'group',
    label: 'field.otherDocument',
    optional: true,
    fields: fieldsOf('DocumentAsked', {
      kind: { kind: 'code', list: 'documentKind', label: 'field.documentKind' },
      number: { kind: 'line', label: 'field.documentNumber' },
    }),
  },
  withoutNumber: { kind: 'code', list: 'noNumberReason', label: 'field.withoutNumber', optional: true },
  relation: { kind: 'code', list: 'relation', label: 'field.relation' },
  number: { kind: 'line', label: 'field.personNumber', optional: true },
  phone: { kind: 'line', label: 'field.phone', optional: true },
  hamlet: { kind: 'line', label: 'field.hamlet', optional: true },
  ethnicGroup: { kind: 'code', list: 'ethnicGroup', label: 'field.ethnicGroup' },
  schooling: { kind: 'code', list: 'schooling', label: 'field.schooling', optional: true },
  pupil: { kind: 'code', list: 'pupil', label: 'field.pupil' },
  health: { kind: 'code', list: 'health', label: 'field.health' },
  labour: { kind: 'code', list: 'labour', label: 'field.labour' },
  work: {
    kind: 'group',
    label: 'field.work',
    optional: true,
    fields: fieldsOf('WorkAsked', {
      place: { kind: 'code', list: 'workplace', label: 'field.workplace' },
      months: { kind: 'whole', label: 'field.months' },
    }),
  },
  seriousIllnessInsurance: { kind: 'yes-no', label: 'field.insurance' },
} as const;
