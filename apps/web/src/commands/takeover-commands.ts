import type { Field, Fields } from '../forms/field.js';
import type { Description } from './description.js';
import { personal } from './personal-fields.js';

/** What of a list's row nobody types: it stays as it is. */
const kept: Field = { kind: 'filled', label: 'field.listRow' };
const optional = (fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, { ...field, optional: true }]));
const { name, relation, ...others } = personal;

const household: Fields = {
  source: kept,
  number: { kind: 'line', label: 'field.householdNumber' },
  county: kept,
  township: kept,
  village: kept,
  standing: { kind: 'code', list: 'standing', label: 'field.standing' },
  attribute: { kind: 'code', list: 'attribute', label: 'field.attribute' },
  mainCause: { kind: 'listed', list: 'cause-codes', label: 'field.mainCause', optional: true },
  incomePerPersonFen: { kind: 'hundredths', unit: 'unit.yuan', label: 'field.incomePerPerson' },
  dangerousHouse: { kind: 'yes-no', label: 'field.dangerousHouse' },
  safeWater: { kind: 'yes-no', label: 'field.safeWater' },
  waterDifficulty: { kind: 'yes-no', label: 'field.waterDifficulty' },
  members: {
    kind: 'rows',
    label: 'field.members',
    some: true,
    fields: { member: kept, name, relation, ...optional(others), asWritten: kept },
  },
};
const helpers: Fields = {
  source: kept,
  helpers: {
    kind: 'rows',
    label: 'field.helper',
    some: true,
    fields: {
      row: kept,
      person: { kind: 'person', label: 'field.listedHelper' },
      unit: { kind: 'unit', label: 'field.unit' },
      rank: { kind: 'listed', list: 'helper-quotas', label: 'field.rank' },
      affiliation: kept,
      startedOn: { kind: 'day', label: 'field.startedOn', optional: true },
      asWritten: kept,
    },
  },
};
const problem: Fields = {
  number: { kind: 'line', label: 'field.problem' },
  list: kept,
  status: { kind: 'code', list: 'problemStatus', only: ['not-started', 'in-progress', 'cancelled'], label: 'field.statedStatus' },
  source: { kind: 'listed', list: 'problem-sources', label: 'field.source' },
  class: { kind: 'listed', list: 'problem-classes', label: 'field.class' },
  words: { kind: 'words', label: 'field.problemWords' },
  measure: { kind: 'words', label: 'field.measure', optional: true },
  leader: { kind: 'person', label: 'field.leader', optional: true },
  unit: { kind: 'unit', label: 'field.responsibleUnit', optional: true },
  staff: { kind: 'person', label: 'field.staff', optional: true },
  foundOn: { kind: 'day', label: 'field.foundOn' },
  dueOn: { kind: 'day', label: 'field.dueOn', optional: true },
  cancelledOn: { kind: 'day', label: 'field.cancelledOn', optional: true },
  cancelNumber: { kind: 'line', label: 'field.cancelNumber', optional: true },
  asWritten: kept,
};

/** Lists alone bring these, by no route of their own: here are the forms by which what one said is corrected, by the type of the entry. */
export const takeovers: Readonly<Record<string, Description>> = {
  HouseholdTakenOver: { path: '', title: 'command.takenOver', may: [], listsOf: 'reclassify-cause', fields: household },
  HelperTakenOver: { path: '', title: 'command.helperTakenOver', may: [], listsOf: 'pair-helper', fields: helpers },
  ProblemTakenOver: { path: 'take-over-problem', title: 'command.problemTakenOver', may: [], listsOf: 'record-problem', fields: problem },
};
