import { type Attribution, type CalendarDate, type Chapter, type DataOf, handsIn, holderIn, type Inapplicable } from '@lookback/kernel';
import type { ProblemNumber } from './rectification.codes.js';
import type { RectificationEvent } from './rectification.events.js';
import { inapplicable } from './rectification.rules.js';
import { listedAlready } from './listed-already.js';
import type { Problem, Rectification, Round } from './rectification.state.js';

type Said<Type extends RectificationEvent['type']> = DataOf<RectificationEvent, Type>;

/** How the problems of a subject follow from what happened to it. Order is a guard's business: any entry of a known problem fits. */
export const rectification: Chapter<Rectification, RectificationEvent> = {
  initial: new Map(),
  evolve: {
    ProblemFound: (problems, data, { effectiveOn }) => added(problems, found(data, effectiveOn)),
    ProblemTakenOver: (problems, data, { effectiveOn }) => unlessListed(problems, data) ?? added(problems, takenOver(data, effectiveOn)),
    ProblemHandedOver: (problems, data, by) => changed(problems, data.problem, () => handedOver(data, by)),
    HandoverAccepted: (problems, { problem }, { effectiveOn: acceptedOn }) =>
      changed(problems, problem, (was) => ({ status: 'accepted', ...inRound(was, { acceptedOn }) })),
    HandoverDisputed: (problems, { problem }) => changed(problems, problem, () => ({ status: 'disputed' })),
    ProblemPrioritised: (problems, { problem, priority }) => changed(problems, problem, () => ({ priority })),
    MeasureTaken: (problems, { problem }) => changed(problems, problem, ({ measuresTaken }) => ({ measuresTaken: measuresTaken + 1 })),
    ExtensionGranted: (problems, { problem, dueOn }, { effectiveOn: limitSetOn }) =>
      changed(problems, problem, (was) => ({
        dueOn,
        ...inRound(was, { extensions: (was.round?.extensions ?? 0) + 1, limitSetOn, reminded: notYet }),
      })),
    RectificationReported: (problems, { problem }, by) => changed(problems, problem, (was) => reported(was, by)),
    RectificationVerified: (problems, { problem }, { effectiveOn: verifiedOn }) =>
      changed(problems, problem, (was) => ({ status: 'verified', ...inRound(was, { verifiedOn }) })),
    RectificationReturned: (problems, { problem }) => changed(problems, problem, () => ({ status: 'returned' })),
    PeopleAsked: (problems, { problem, answer }, { effectiveOn: on }) =>
      changed(problems, problem, (was) => inRound(was, { people: { answer, on } })),
    NumberCancelled: (problems, { problem, cancelNumber }, { effectiveOn: cancelledOn }) =>
      changed(problems, problem, () => ({ status: 'cancelled', cancelNumber, cancelledOn })),
    NumberReopened: (problems, { problem, words }) =>
      changed(problems, problem, ({ relapses, foundAgain }) => ({
        status: 'reopened',
        relapses: relapses + 1,
        foundAgain: [...foundAgain, words],
        cancelNumber: null,
        cancelledOn: null,
        round: null,
        dueOn: null,
      })),
    ReminderSent: (problems, data, { effectiveOn }) => changed(problems, data.problem, (was) => reminded(was, data, effectiveOn)),
  },
};

const unborn = {
  affects: [],
  foundAgain: [],
  priority: 'ordinary' as const,
  measuresTaken: 0,
  relapses: 0,
  round: null,
  level: null,
  takenOverOn: null,
  list: null,
  duties: { leader: null, unit: null, staff: null },
  measure: null,
  dueOn: null,
  cancelledOn: null,
  cancelNumber: null,
};
const notYet: Round['reminded'] = { steps: [], lastOn: null };

const found = (data: Said<'ProblemFound'>, foundOn: CalendarDate): Problem => ({ ...unborn, ...data, status: 'found', foundOn });

function takenOver(data: Said<'ProblemTakenOver'>, takenOverOn: CalendarDate): Problem {
  const { asWritten: _asWritten, leader, unit, staff, ...stated } = data;
  return { ...unborn, ...stated, duties: { leader, unit, staff }, takenOverOn };
}

function handedOver({ responsible, measure, dueOn }: Said<'ProblemHandedOver'>, { effectiveOn, actedBy }: Attribution): Partial<Problem> {
  const round: Round = {
    handedOverOn: effectiveOn,
    level: holderIn(actedBy)?.level ?? null,
    unit: responsible.unit,
    limitSetOn: effectiveOn,
    acceptedOn: null,
    extensions: 0,
    report: null,
    verifiedOn: null,
    people: null,
    reminded: notYet,
  };
  return { status: 'handed-over', duties: responsible, measure, dueOn, round };
}

function reported(was: Problem, by: Attribution): Partial<Problem> {
  const report = { on: by.effectiveOn, by: holderIn(by.actedBy)?.person ?? null, hands: handsIn(by) };
  return { status: 'reported', ...inRound(was, { report, verifiedOn: null, people: null }) };
}

/** A reminder of a limit that holds no more says nothing of the one that does. */
function reminded(was: Problem, { step, dueOn }: Said<'ReminderSent'>, lastOn: CalendarDate): Partial<Problem> {
  if (was.dueOn !== dueOn || !was.round) return {};
  return inRound(was, { reminded: { steps: [...was.round.reminded.steps, step], lastOn } });
}

/** What belongs to a hand-over is kept only where there was one. */
const inRound = ({ round }: Problem, more: Partial<Round>): Partial<Problem> => ({ round: round && { ...round, ...more } });

/** Of two lists that bring one problem, the earlier is the later's where it comes after it. */
function unlessListed(problems: Rectification, { words, ...data }: Said<'ProblemTakenOver'>): Inapplicable | undefined {
  const listed = listedAlready(problems, { ...data, words: words.or(null) });
  return listed && !problems.has(data.number) ? inapplicable('rectification.problem-listed', { problem: listed.number }) : undefined;
}

const added = (problems: Rectification, problem: Problem): Rectification | Inapplicable =>
  problems.has(problem.number)
    ? inapplicable('rectification.number-taken', { problem: problem.number })
    : new Map(problems).set(problem.number, problem);

function changed(problems: Rectification, number: ProblemNumber, change: (was: Problem) => Partial<Problem>): Rectification | Inapplicable {
  const was = problems.get(number);
  return was
    ? new Map(problems).set(number, { ...was, ...change(was) })
    : inapplicable('rectification.problem-absent', { problem: number });
}
