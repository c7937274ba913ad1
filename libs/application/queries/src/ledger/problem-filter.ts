import type { ProblemFilter } from '@lookback/case/rectification';
import type { Principal } from '@lookback/office/desk';
import type { CountyLists } from '../lists/county-lists.js';
import type { ProblemsAsked } from './rectification.dto.js';

/** Which problems are asked for, as the ledger knows it; `who` null asks as setup. */
export async function filterOf(
  { overdue, class: kind, source, ...query }: Pick<ProblemsAsked, keyof ProblemsAsked>,
  lists: CountyLists,
  who: Principal | null,
): Promise<ProblemFilter> {
  return {
    ...query,
    class: await lists.wanted('problem-classes', kind, who),
    source: await lists.wanted('problem-sources', source, who),
    ...(overdue !== undefined && { overdue: overdue === 'true' }),
  };
}
