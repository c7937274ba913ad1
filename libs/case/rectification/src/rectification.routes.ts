import { commandsFrom, route, routes } from '@lookback/office/desk';
import * as handover from './handover.decider.js';
import { commandFrom } from './command-from.js';
import type { Duties, ProblemNumber, ProblemStatus } from './rectification.codes.js';
import * as ask from './rectification.commands.js';
import * as remind from './reminder.decider.js';
import * as result from './result.decider.js';
import type { Problem } from './rectification.state.js';
import { SendReminder } from './send-reminder.js';
import { TakeOverProblem } from './take-over.js';

const pick = commandsFrom(commandFrom);
const record = ['record'] as const;
/** Says whether the duty is taken, within the days that there are for it. */
const answersHandover = {
  may: record,
  standards: ['handover-acceptance'],
  consults: ['work-calendar'],
  about: 'problem',
  at: { status: ['handed-over'] },
} as const;
/** Where somebody has the duty. */
const underway = ['handed-over', 'accepted', 'returned'] as const satisfies readonly ProblemStatus[];

/** Who had the duty, or has it as a list states: often who gets it. */
function dutiesOf(problem: Problem | undefined): { readonly responsible?: Partial<Duties> } {
  const { leader, unit, staff } = problem?.duties ?? { leader: null, unit: null, staff: null };
  const responsible = { ...(leader && { leader }), ...(unit && { unit }), ...(staff && { staff }) };
  return Object.keys(responsible).length > 0 ? { responsible } : {};
}

/** What may be asked about the problems of a subject, what comes next first. Accounts that look on may record what they found, and decide nothing. */
export const rectificationRoutes = routes(
  route('record-problem', ask.RecordProblem, handover.recordProblem, {
    commandFrom: pick('ProblemFound'),
    may: ['inspect', 'audit', 'record', 'review'],
    standards: ['problem-classes', 'problem-sources'],
    called: { en: 'Record a problem', zh: '登记问题' },
  }),
  route('take-over-problem', TakeOverProblem, handover.takeOverProblem, {
    commandFrom: pick('ProblemTakenOver'),
    may: record,
    fromList: true,
    called: { en: 'Problem taken over from a ledger', zh: '台账接收问题' },
  }),
  route('hand-over-problem', ask.HandOverProblem, handover.handOverProblem, {
    commandFrom: pick('ProblemHandedOver'),
    prefill: ({ problems }, about) => dutiesOf(problems.get(about as ProblemNumber)),
    may: ['hand-over'],
    about: 'problem',
    at: { status: ['found', 'reopened', 'disputed', 'not-started', 'in-progress'] },
    letter: 'h',
    called: { en: 'Hand over', zh: '交办' },
  }),
  route('accept-handover', ask.AcceptHandover, handover.acceptHandover, {
    commandFrom: pick('HandoverAccepted'),
    ...answersHandover,
    letter: 'a',
    called: { en: 'Accept what was handed over', zh: '接收交办' },
  }),
  route('report-rectification', ask.ReportRectification, result.reportRectification, {
    commandFrom: pick('RectificationReported'),
    may: record,
    about: 'problem',
    at: { status: underway },
    letter: 'r',
    called: { en: 'Report as rectified', zh: '报告整改' },
  }),
  route('verify-rectification', ask.VerifyRectification, result.verifyRectification, {
    commandFrom: pick('RectificationVerified', 'RectificationReturned'),
    may: ['verify'],
    ownName: true,
    about: 'problem',
    at: { status: ['reported'] },
    letter: 'v',
    places: { 'rectification.reason-needed': 'reason' },
    called: { en: 'Verify', zh: '核查' },
  }),
  route('cancel-number', ask.CancelNumber, result.cancelNumber, {
    commandFrom: pick('NumberCancelled'),
    may: ['cancel'],
    ownName: true,
    about: 'problem',
    at: { status: ['verified'] },
    letter: 'c',
    single: true,
    places: { 'rectification.not-identified': 'identified', 'rectification.requirement-not-met': 'meetsRequirement' },
    called: { en: 'Cancel the number', zh: '销号' },
  }),
  route('ask-people', ask.AskPeople, result.askPeople, {
    commandFrom: pick('PeopleAsked'),
    may: ['verify'],
    standards: ['problem-classes'],
    about: 'problem',
    at: { status: ['reported', 'verified'] },
    letter: 'p',
    places: { 'rectification.reason-needed': 'reason', 'rectification.class-asks-people': 'answer' },
    called: { en: 'Ask the people', zh: '征求群众意见' },
  }),
  route('take-measure', ask.TakeMeasure, result.takeMeasure, {
    commandFrom: pick('MeasureTaken'),
    may: record,
    about: 'problem',
    at: { status: underway },
    letter: 'm',
    called: { en: 'Record a measure', zh: '登记整改措施' },
  }),
  route('dispute-handover', ask.DisputeHandover, handover.disputeHandover, {
    commandFrom: pick('HandoverDisputed'),
    ...answersHandover,
    letter: 'd',
    called: { en: 'Dispute', zh: '提出异议' },
  }),
  route('grant-extension', ask.GrantExtension, handover.grantExtension, {
    commandFrom: pick('ExtensionGranted'),
    may: ['approve'],
    ownName: true,
    standards: ['extension'],
    about: 'problem',
    at: { status: underway },
    letter: 'e',
    called: { en: 'Grant an extension', zh: '批准延期' },
  }),
  route('prioritise-problem', ask.PrioritiseProblem, handover.prioritiseProblem, {
    commandFrom: pick('ProblemPrioritised'),
    may: ['hand-over'],
    about: 'problem',
    at: { status: ['found', ...underway, 'disputed', 'reopened'] },
    letter: 'i',
    called: { en: 'Set priority', zh: '确定优先级' },
  }),
  route('reopen-number', ask.ReopenNumber, result.reopenNumber, {
    commandFrom: pick('NumberReopened'),
    may: ['audit', 'inspect', 'verify'],
    about: 'problem',
    at: { status: ['cancelled'] },
    letter: 'o',
    single: true,
    aside: true,
    called: { en: 'Reopen', zh: '恢复编号' },
  }),
  route('send-reminder', SendReminder, remind.sendReminder, {
    may: [],
    standards: ['reminder-ladder'],
    called: { en: 'Reminds those who have the duty', zh: '发出催办提醒' },
  }),
);
