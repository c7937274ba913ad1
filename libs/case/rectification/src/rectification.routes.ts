import { commandsFrom, route, routes } from '@lookback/office/desk';
import * as handover from './handover.decider.js';
import { commandFrom } from './command-from.js';
import * as ask from './rectification.commands.js';
import * as remind from './reminder.decider.js';
import * as result from './result.decider.js';
import { SendReminder } from './send-reminder.js';
import { TakeOverProblem } from './take-over.js';

const pick = commandsFrom(commandFrom);
const record = ['record'] as const;

/** What may be asked about the problems of a subject. Accounts that look on may record what they found, and decide nothing. */
export const rectificationRoutes = routes(
  route('record-problem', ask.RecordProblem, handover.recordProblem, {
    commandFrom: pick('ProblemFound'),
    may: ['inspect', 'audit', 'record', 'review'],
    standards: ['problem-classes', 'problem-sources'],
    summary: { en: 'Records a problem', zh: '登记问题' },
  }),
  route('take-over-problem', TakeOverProblem, handover.takeOverProblem, {
    commandFrom: pick('ProblemTakenOver'),
    may: record,
    fromList: true,
    summary: { en: 'Takes a problem over from a ledger', zh: '由台账接收问题' },
  }),
  route('hand-over-problem', ask.HandOverProblem, handover.handOverProblem, {
    commandFrom: pick('ProblemHandedOver'),
    may: ['hand-over'],
    summary: { en: 'Hands a problem over', zh: '交办问题' },
  }),
  route('accept-handover', ask.AcceptHandover, handover.acceptHandover, {
    commandFrom: pick('HandoverAccepted'),
    may: record,
    standards: ['handover-acceptance'],
    consults: ['work-calendar'],
    summary: { en: 'Accepts a hand-over', zh: '接收交办' },
  }),
  route('dispute-handover', ask.DisputeHandover, handover.disputeHandover, {
    commandFrom: pick('HandoverDisputed'),
    may: record,
    standards: ['handover-acceptance'],
    consults: ['work-calendar'],
    summary: { en: 'Disputes a hand-over', zh: '对交办提出异议' },
  }),
  route('prioritise-problem', ask.PrioritiseProblem, handover.prioritiseProblem, {
    commandFrom: pick('ProblemPrioritised'),
    may: ['hand-over'],
    summary: { en: 'Says how pressing a problem is', zh: '确定问题优先级' },
  }),
  route('grant-extension', ask.GrantExtension, handover.grantExtension, {
    commandFrom: pick('ExtensionGranted'),
    may: ['approve'],
    ownName: true,
    standards: ['extension'],
    summary: { en: 'Gives more time', zh: '批准整改延期' },
  }),
  route('take-measure', ask.TakeMeasure, result.takeMeasure, {
    commandFrom: pick('MeasureTaken'),
    may: record,
    summary: { en: 'Records what was done about a problem', zh: '登记整改措施落实情况' },
  }),
  route('report-rectification', ask.ReportRectification, result.reportRectification, {
    commandFrom: pick('RectificationReported'),
    may: record,
    summary: { en: 'Reports a problem as put right', zh: '报告整改完成' },
  }),
  route('verify-rectification', ask.VerifyRectification, result.verifyRectification, {
    commandFrom: pick('RectificationVerified', 'RectificationReturned'),
    may: ['verify'],
    ownName: true,
    summary: { en: 'Says whether it is in place', zh: '核查整改结果' },
  }),
  route('ask-people', ask.AskPeople, result.askPeople, {
    commandFrom: pick('PeopleAsked'),
    may: ['verify'],
    standards: ['problem-classes'],
    summary: { en: 'Records what the people think of the result', zh: '登记群众满意情况' },
  }),
  route('cancel-number', ask.CancelNumber, result.cancelNumber, {
    commandFrom: pick('NumberCancelled'),
    may: ['cancel'],
    ownName: true,
    summary: { en: 'Strikes a number off', zh: '销号' },
  }),
  route('reopen-number', ask.ReopenNumber, result.reopenNumber, {
    commandFrom: pick('NumberReopened'),
    may: ['audit', 'inspect', 'verify'],
    summary: { en: 'Opens a cancelled number again', zh: '问题反弹，恢复编号' },
  }),
  route('send-reminder', SendReminder, remind.sendReminder, {
    may: [],
    standards: ['reminder-ladder'],
    summary: { en: 'Reminds those who have the duty', zh: '发出催办提醒' },
  }),
);
