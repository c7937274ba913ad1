import { type CommandContext, type Decision, handsIn, holderIn } from '@lookback/kernel';
import { inStatus, known, mustBeResponsible, roundOf, wordsOf } from './known-problem.js';
import type * as ask from './rectification.commands.js';
import * as did from './rectification.events.js';
import type { RectificationEvent } from './rectification.events.js';
import { refuse, refuseIf } from './rectification.rules.js';
import type { RectificationView, Round } from './rectification.state.js';
import { classIn } from './standards-read.js';

type Decide<Command> = Decision<Command, RectificationView, RectificationEvent>;

export const takeMeasure: Decide<ask.TakeMeasure> = (view, { problem, done }, context) => {
  mustBeResponsible(roundOf(inStatus(view, problem, 'handed-over', 'accepted', 'returned', 'reported', 'verified')), context);
  return [did.measureTaken({ problem, done: wordsOf(context.subject)(done) })];
};

export const reportRectification: Decide<ask.ReportRectification> = (view, { problem, done }, context) => {
  mustBeResponsible(roundOf(inStatus(view, problem, 'handed-over', 'accepted', 'returned')), context);
  return [did.rectificationReported({ problem, done: wordsOf(context.subject)(done) })];
};

export const verifyRectification: Decide<ask.VerifyRectification> = (view, { problem, inPlace, onSite, reason = null }, context) => {
  mustBeApart('verified', roundOf(inStatus(view, problem, 'reported')), context);
  if (inPlace) return [did.rectificationVerified({ problem, onSite })];
  const why = wordsOf(context.subject)(reason ?? refuse('rectification.reason-needed'));
  return [did.rectificationReturned({ problem, onSite, reason: why })];
};

export const askPeople: Decide<ask.AskPeople> = (view, { problem, who, answer, reason = null }, context) => {
  const { standards, subject } = context;
  const about = inStatus(view, problem, 'reported', 'verified');
  mustBeApart('people-asked', roundOf(about), context);
  const mayNotApply = classIn(standards, about.class)?.asksPeople === false;
  refuseIf(answer === 'not-applicable' && !mayNotApply, 'rectification.class-asks-people', { class: about.class });
  refuseIf(answer !== 'satisfied' && reason === null, 'rectification.reason-needed');
  return [did.peopleAsked({ problem, who, answer, reason: reason === null ? null : wordsOf(subject)(reason) })];
};

/** The four "not let go" 四个不放过, and who handed over cancels 谁交办谁销号. */
export const cancelNumber: Decide<ask.CancelNumber> = (view, command, context) => {
  const { problem, cancelNumber: number, identified, meetsRequirement } = command;
  const { status, ...here } = known(view, problem);
  refuseIf(!identified, 'rectification.not-identified');
  refuseIf(status !== 'verified', 'rectification.not-in-place', { problem, status });
  refuseIf(!meetsRequirement, 'rectification.requirement-not-met');
  const round = roundOf({ ...here, status });
  mustBeApart('cancelled', round, context);
  const { level, people } = round;
  refuseIf(people === null || people.answer === 'not-satisfied', 'rectification.people-not-satisfied');
  if (level !== null) refuseIf(holderIn(context.actedBy)?.level !== level, 'rectification.cancelled-by-other-level', { level });
  const taken = [...view.problems.values()].some((other) => other.cancelNumber === number);
  refuseIf(taken, 'rectification.cancel-number-taken', { cancelNumber: number });
  return [did.numberCancelled({ problem, cancelNumber: number, identified, meetsRequirement })];
};

export const reopenNumber: Decide<ask.ReopenNumber> = (view, { problem, words }, { subject }) => {
  inStatus(view, problem, 'cancelled');
  return [did.numberReopened({ problem, words: wordsOf(subject)(words) })];
};

/** Nobody who had a hand in the report, and nobody of the responsible unit, has a hand in what others find of it. */
function mustBeApart(act: 'verified' | 'people-asked' | 'cancelled', { report, unit }: Round, context: CommandContext): void {
  const own = handsIn(context);
  const shares = (mine: readonly string[], theirs: readonly string[] = []) => mine.some((one) => theirs.includes(one));
  const reporter = report?.hands;
  refuseIf(shares(own.people, reporter?.people) || shares(own.accounts, reporter?.accounts), `rectification.${act}-by-reporter`);
  refuseIf(own.units.includes(unit), `rectification.${act}-by-own-unit`, { unit });
}
