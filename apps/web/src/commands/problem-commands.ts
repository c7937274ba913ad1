import type { Shapes } from '../api/ask.js';
import type { Field } from '../forms/field.js';
import type { Right } from '../session/session.js';
import { command, type Description, fieldsOf } from './description.js';

const problem: Field & { optional?: false } = { kind: 'line', label: 'field.problem' };
const record = ['record'] as const;
const handOver: readonly Right[] = ['hand-over'];
const reason = { kind: 'words', label: 'field.reasonWords' } as const;

export const recordProblem = command('RecordProblem', {
  path: 'record-problem',
  title: 'command.recordProblem',
  may: ['inspect', 'audit', 'record', 'review'],
  fields: {
    number: { kind: 'number', series: 'problem', label: 'field.problem', hint: 'hint.problem' },
    source: { kind: 'listed', list: 'problem-sources', label: 'field.source' },
    class: { kind: 'listed', list: 'problem-classes', label: 'field.class' },
    level: { kind: 'code', list: 'level', label: 'field.foundLevel' },
    words: { kind: 'words', label: 'field.problemWords', hint: 'hint.problemWords' },
    affects: { kind: 'filled', label: 'field.affects', optional: true },
  },
});

const handOverProblem = command('HandOverProblem', {
  path: 'hand-over-problem',
  letter: 'h',
  title: 'command.handOver',
  may: handOver,
  fields: {
    problem,
    responsible: {
      kind: 'group',
      label: 'field.duties',
      fields: fieldsOf('Responsible', {
        leader: { kind: 'person', label: 'field.leader' },
        unit: { kind: 'unit', label: 'field.responsibleUnit' },
        staff: { kind: 'person', label: 'field.staff' },
      }),
    },
    measure: { kind: 'words', label: 'field.measure' },
    dueOn: { kind: 'day', label: 'field.dueOn' },
  },
});

const acceptHandover = command('AcceptHandover', {
  path: 'accept-handover',
  letter: 'a',
  title: 'command.accept',
  may: record,
  fields: { problem },
});
const disputeHandover = command('DisputeHandover', {
  path: 'dispute-handover',
  letter: 'd',
  title: 'command.dispute',
  may: record,
  fields: { problem, reason },
});
const prioritiseProblem = command('PrioritiseProblem', {
  path: 'prioritise-problem',
  letter: 'i',
  title: 'command.prioritise',
  may: handOver,
  fields: { problem, priority: { kind: 'code', list: 'priority', label: 'field.priority' } },
});
const takeMeasure = command('TakeMeasure', {
  path: 'take-measure',
  letter: 'm',
  title: 'command.takeMeasure',
  may: record,
  fields: { problem, done: { kind: 'words', label: 'field.done' } },
});
const grantExtension = command('GrantExtension', {
  path: 'grant-extension',
  letter: 'e',
  title: 'command.extend',
  may: ['approve'],
  fields: { problem, dueOn: { kind: 'day', label: 'field.newDueOn' }, reason },
});
const reportRectification = command('ReportRectification', {
  path: 'report-rectification',
  letter: 'r',
  title: 'command.report',
  may: record,
  fields: { problem, done: { kind: 'words', label: 'field.done' } },
});
const verifyRectification = command('VerifyRectification', {
  path: 'verify-rectification',
  letter: 'v',
  title: 'command.verify',
  may: ['verify'],
  fields: {
    problem,
    inPlace: { kind: 'yes-no', label: 'field.inPlace', hint: 'hint.inPlace' },
    onSite: { kind: 'yes-no', label: 'field.onSite' },
    reason: { ...reason, optional: true },
  },
  places: { 'rectification.reason-needed': 'reason' },
});
const askPeople = command('AskPeople', {
  path: 'ask-people',
  letter: 'p',
  title: 'command.askPeople',
  may: ['verify'],
  fields: {
    problem,
    who: { kind: 'code', list: 'peopleKind', label: 'field.peopleKind' },
    answer: { kind: 'code', list: 'answer', label: 'field.answer' },
    reason: { ...reason, optional: true },
  },
  places: { 'rectification.reason-needed': 'reason', 'rectification.class-asks-people': 'answer' },
});
const cancelNumber = command('CancelNumber', {
  single: true,
  path: 'cancel-number',
  letter: 'c',
  title: 'command.cancel',
  may: ['cancel'],
  fields: {
    problem,
    cancelNumber: { kind: 'number', series: 'cancellation', label: 'field.cancelNumber' },
    identified: { kind: 'yes-no', label: 'field.identified' },
    meetsRequirement: { kind: 'yes-no', label: 'field.meetsRequirement' },
  },
  places: { 'rectification.not-identified': 'identified', 'rectification.requirement-not-met': 'meetsRequirement' },
});
const reopenNumber = command('ReopenNumber', {
  single: true,
  aside: true,
  path: 'reopen-number',
  letter: 'o',
  title: 'command.reopen',
  may: ['audit', 'inspect', 'verify'],
  fields: { problem, words: { kind: 'words', label: 'field.foundAgain' } },
});

type Status = Shapes['ProblemLine']['status'];
const underway: readonly Status[] = ['handed-over', 'accepted', 'returned'];

/** What may be done about a problem and at which status: the first that fits is the row's main act, unless it stands aside. */
export const problemActs: readonly { readonly command: Description; readonly at: readonly Status[] }[] = [
  { command: handOverProblem, at: ['found', 'reopened', 'disputed', 'not-started', 'in-progress'] },
  { command: acceptHandover, at: ['handed-over'] },
  { command: reportRectification, at: underway },
  { command: verifyRectification, at: ['reported'] },
  { command: cancelNumber, at: ['verified'] },
  { command: askPeople, at: ['reported', 'verified'] },
  { command: takeMeasure, at: underway },
  { command: disputeHandover, at: ['handed-over'] },
  { command: grantExtension, at: underway },
  { command: prioritiseProblem, at: ['found', ...underway, 'disputed', 'reopened'] },
  { command: reopenNumber, at: ['cancelled'] },
];
