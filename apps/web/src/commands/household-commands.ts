import type { FormValues } from '../forms/field.js';
import { command, fieldsOf } from './description.js';
import { requestCorrection } from './request-commands.js';
import { changeHead, giveRegistryNumber, joinMember, leaveMember } from './member-commands.js';

const may = ['record'] as const;
/** What is no figure yet counts as none. */
const whole = (said: FormValues, field: string): number => (typeof said[field] === 'number' ? said[field] : 0);
const net = (said: FormValues): number =>
  ['wageFen', 'businessFen', 'transferFen', 'propertyFen'].reduce((sum, field) => sum + whole(said, field), 0) - whole(said, 'costsFen');
const yuan = { kind: 'hundredths', unit: 'unit.yuan' } as const;
const mu = { kind: 'hundredths', unit: 'unit.mu' } as const;

export const visitHome = command('VisitHome', {
  path: 'visit-home',
  title: 'command.visitHome',
  may,
  fields: {
    place: { kind: 'code', list: 'visitPlace', label: 'field.place' },
    checklist: { kind: 'checklist', list: 'topic', label: 'field.checklist' },
    findings: { kind: 'words', label: 'field.findings', optional: true },
    capturedAt: { kind: 'instant', label: 'field.capturedAt', optional: true },
  },
});

export const checkGuarantee = command('CheckGuarantee', {
  path: 'check-guarantee',
  title: 'command.checkGuarantee',
  may,
  fields: {
    kind: { kind: 'code', list: 'guarantee', label: 'field.guarantee' },
    met: { kind: 'yes-no', label: 'field.met' },
    grade: { kind: 'code', list: 'houseGrade', label: 'field.grade', hint: 'hint.grade', optional: true },
  },
});

export const assessIncome = command('AssessIncome', {
  path: 'assess-income',
  title: 'command.assessIncome',
  may,
  fields: {
    from: { kind: 'day', label: 'field.from' },
    to: { kind: 'day', label: 'field.to' },
    lineYear: { kind: 'whole', label: 'field.lineYear' },
    wageFen: { ...yuan, label: 'field.wage' },
    businessFen: { ...yuan, label: 'field.business' },
    transferFen: { ...yuan, label: 'field.transfer' },
    propertyFen: { ...yuan, label: 'field.property' },
    costsFen: { ...yuan, label: 'field.costs' },
    persons: { kind: 'whole', label: 'field.persons' },
    netFen: { kind: 'sum', unit: 'unit.yuan', label: 'field.net', compute: net },
    perPersonFen: {
      kind: 'sum',
      unit: 'unit.yuan',
      label: 'field.perPerson',
      compute: (said) => Math.floor(net(said) / Math.max(1, whole(said, 'persons'))),
    },
  },
});

export const surveyLivingConditions = command('SurveyLivingConditions', {
  path: 'survey-living-conditions',
  title: 'command.surveyLivingConditions',
  may,
  fields: {
    electricity: { kind: 'yes-no', label: 'field.electricity' },
    fuel: { kind: 'code', list: 'fuel', label: 'field.fuel' },
    sanitaryToilet: { kind: 'yes-no', label: 'field.sanitaryToilet' },
    accessRoad: { kind: 'code', list: 'accessRoad', label: 'field.accessRoad' },
    roadMetres: { kind: 'whole', label: 'field.roadMetres' },
    housingSquareMetres: { kind: 'whole', label: 'field.housingSquareMetres' },
    waterDifficulty: { kind: 'yes-no', label: 'field.waterDifficulty' },
    safeWater: { kind: 'yes-no', label: 'field.safeWater' },
    arableCentimu: { ...mu, label: 'field.arable' },
    forestCentimu: { ...mu, label: 'field.forest' },
    cooperative: { kind: 'yes-no', label: 'field.cooperative' },
  },
});

export const reclassifyCause = command('ReclassifyCause', {
  path: 'reclassify-cause',
  title: 'command.reclassifyCause',
  may,
  fields: {
    main: { kind: 'listed', list: 'cause-codes', label: 'field.mainCause' },
    others: { kind: 'listed-several', list: 'cause-codes', label: 'field.otherCauses' },
  },
});

const helper = {
  person: { kind: 'person', label: 'field.helper' },
  unit: { kind: 'unit', label: 'field.unit' },
  rank: { kind: 'listed', list: 'helper-quotas', label: 'field.rank' },
} as const;

export const pairHelper = command('PairHelper', { path: 'pair-helper', title: 'command.pairHelper', may, fields: helper });

export const handOverHelper = command('HandOverHelper', {
  path: 'hand-over-helper',
  title: 'command.handOverHelper',
  may,
  fields: {
    from: { kind: 'person', label: 'field.fromHelper' },
    to: { kind: 'group', label: 'field.toHelper', fields: fieldsOf('PairHelper', helper) },
  },
});

export const releaseHelper = command('ReleaseHelper', {
  path: 'release-helper',
  title: 'command.releaseHelper',
  may,
  fields: { person: { kind: 'person', label: 'field.helper' } },
});

/** What may be recorded about a household, the most frequent first. */
export const householdCommands = [
  visitHome,
  checkGuarantee,
  assessIncome,
  surveyLivingConditions,
  reclassifyCause,
  joinMember,
  leaveMember,
  changeHead,
  giveRegistryNumber,
  pairHelper,
  handOverHelper,
  releaseHelper,
  requestCorrection,
] as const;
