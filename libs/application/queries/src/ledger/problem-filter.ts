import type { ProblemFilter } from '@lookback/case/rectification';
import type { ProblemsAsked } from './rectification.dto.js';

/** Which problems are asked for, as the ledger knows it. */
export const filterOf = ({ overdue, ...query }: Pick<ProblemsAsked, keyof ProblemsAsked>): ProblemFilter => ({
  ...query,
  ...(overdue !== undefined && { overdue: overdue === 'true' }),
});
