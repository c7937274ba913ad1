import { calendarIn } from '@lookback/case/procedure';
import {
  type CalendarDate,
  type CommandContext,
  daysBetween,
  type Decision,
  holderIn,
  lastDayOf,
  type Level,
  levels,
  sealedTo,
  type Owner,
} from '@lookback/kernel';
import { inStatus, known, mustBeResponsible, roundOf, wordsOf } from './known-problem.js';
import { listedAlready } from './listed-already.js';
import type * as ask from './rectification.commands.js';
import { stillOpen } from './rectification.codes.js';
import * as did from './rectification.events.js';
import type { RectificationEvent } from './rectification.events.js';
import { refuse, refuseIf } from './rectification.rules.js';
import type { RectificationView } from './rectification.state.js';
import { acceptanceIn, classIn, extensionIn, hasSource } from './standards-read.js';
import type { TakeOverProblem } from './take-over.js';

type Decide<Command> = Decision<Command, RectificationView, RectificationEvent>;

export const recordProblem: Decide<ask.RecordProblem> = (view, { number, source, words, level, affects = null, ...codes }, context) => {
  mustBeNew(view, number);
  refuseIf(!classIn(context.standards, codes.class), 'rectification.class-unknown', { class: codes.class });
  refuseIf(!hasSource(context.standards, source), 'rectification.source-unknown', { source });
  const sealed = wordsOf(context.subject);
  return [did.problemFound({ number, source, class: codes.class, level, words: sealed(words), affects: affects ?? [] })];
};

export const takeOverProblem: Decide<TakeOverProblem> = (view, { words, measure, asWritten, ...stated }, { subject }) => {
  mustBeNew(view, stated.number);
  const listed = listedAlready(view.problems, { ...stated, words });
  if (listed) return refuse('rectification.problem-listed', { problem: listed.number });
  const sealed = wordsOf(subject);
  return [
    did.problemTakenOver({
      ...stated,
      words: sealed(words),
      measure: measure === null ? null : sealed(measure),
      asWritten: asWritten === null ? null : sealedTo(subject as string as Owner)(asWritten),
    }),
  ];
};

export const handOverProblem: Decide<ask.HandOverProblem> = (view, { problem, responsible, measure, dueOn }, { effectiveOn, subject }) => {
  inStatus(view, problem, 'found', 'disputed', 'reopened', 'not-started', 'in-progress');
  refuseIf(dueOn < effectiveOn, 'rectification.limit-before-handover', { dueOn, on: effectiveOn });
  const { leader, unit, staff } = responsible;
  return [did.problemHandedOver({ problem, responsible: { leader, unit, staff }, measure: wordsOf(subject)(measure), dueOn })];
};

export const acceptHandover: Decide<ask.AcceptHandover> = (view, { problem }, context) => {
  mustAnswerInTime(view, problem, context);
  return [did.handoverAccepted({ problem })];
};

export const disputeHandover: Decide<ask.DisputeHandover> = (view, { problem, reason }, context) => {
  mustAnswerInTime(view, problem, context);
  return [did.handoverDisputed({ problem, reason: wordsOf(context.subject)(reason) })];
};

export const prioritiseProblem: Decide<ask.PrioritiseProblem> = (view, { problem, priority }) => {
  const { status } = known(view, problem);
  refuseIf(status === 'cancelled', 'rectification.wrong-status', { problem, status, needed: stillOpen });
  return [did.problemPrioritised({ problem, priority })];
};

export const grantExtension: Decide<ask.GrantExtension> = (view, { problem, dueOn, reason }, { standards, actedBy, subject }) => {
  const handed = inStatus(view, problem, 'handed-over', 'accepted', 'returned');
  const { level, extensions } = roundOf(handed);
  const { times, byHigherLevel } = extensionIn(standards);
  refuseIf(extensions >= times, 'rectification.extended-already', { times });
  refuseIf(level !== null && !reaches(holderIn(actedBy)?.level, level, byHigherLevel), 'rectification.extension-needs-level', { level });
  const old = handed.dueOn ?? dueOn;
  refuseIf(dueOn <= old, 'rectification.extension-not-later', { dueOn: old, asked: dueOn });
  return [did.extensionGranted({ problem, dueOn, reason: wordsOf(subject)(reason) })];
};

function mustBeNew({ onRecord, problems }: RectificationView, number: ask.RecordProblem['number']): void {
  refuseIf(!onRecord, 'rectification.subject-absent');
  refuseIf(problems.has(number), 'rectification.number-taken', { problem: number });
}

function mustAnswerInTime(view: RectificationView, problem: ask.AcceptHandover['problem'], context: CommandContext): void {
  const round = roundOf(inStatus(view, problem, 'handed-over'));
  mustBeResponsible(round, context);
  const limit = limitToAnswer(round.handedOverOn, context);
  refuseIf(limit !== null && context.effectiveOn > limit, 'rectification.answered-too-late', { limit });
}

/** Null where the answer is in time whatever the work calendar says: so many working days are at least so many days. */
function limitToAnswer(handedOverOn: CalendarDate, { standards, effectiveOn }: CommandContext): CalendarDate | null {
  const within = acceptanceIn(standards);
  if (daysBetween(handedOverOn, effectiveOn) <= within.days) return null;
  const last = lastDayOf(within, handedOverOn, calendarIn(standards));
  return typeof last === 'string' ? last : refuse('rectification.calendar-missing', { year: last.unset });
}

const reaches = (level: Level | undefined, other: Level, above: boolean): boolean =>
  level !== undefined && levels.indexOf(level) - levels.indexOf(other) >= (above ? 1 : 0);
