import { type CommandContext, holderIn, type Owner, type Sealed, sealedTo, type StreamName } from '@lookback/kernel';
import type { ProblemNumber, ProblemStatus } from './rectification.codes.js';
import { refuse, refuseIf } from './rectification.rules.js';
import type { Problem, RectificationView, Round } from './rectification.state.js';

/** The problem that a command speaks of. */
export function known({ onRecord, problems }: RectificationView, problem: ProblemNumber): Problem {
  refuseIf(!onRecord, 'rectification.subject-absent');
  return problems.get(problem) ?? refuse('rectification.problem-absent', { problem });
}

/** The same, where it stands at one of these statuses. */
export function inStatus(view: RectificationView, number: ProblemNumber, ...needed: readonly ProblemStatus[]): Problem {
  const problem = known(view, number);
  refuseIf(!needed.includes(problem.status), 'rectification.wrong-status', { problem: number, status: problem.status, needed });
  return problem;
}

/** The hand-over that a problem of such a status rests on. */
export const roundOf = ({ number, round }: Problem): Round => round ?? refuse('rectification.never-handed-over', { problem: number });

/** Only the responsible unit answers, acts and reports. */
export function mustBeResponsible({ unit }: Round, { actedBy }: CommandContext): void {
  refuseIf(holderIn(actedBy)?.unit !== unit, 'rectification.not-responsible-unit', { unit });
}

/** Words, sealed to the subject that they are about. */
export const wordsOf =
  (subject: StreamName) =>
  (words: string): Sealed<string> =>
    sealedTo(subject as string as Owner)(words);
