import type { ProblemFilter } from '@lookback/case/rectification';
import type { ProblemsAsked } from './rectification.dto.js';

/** Which problems are asked for, as the ledger knows it. */
export const filterOf = ({ overdue, ...asked }: Pick<ProblemsAsked, keyof ProblemsAsked>): ProblemFilter => ({
  ...asked,
  ...(overdue !== undefined && { overdue: overdue === 'true' }),
});
