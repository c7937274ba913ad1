import { SubjectReads } from '@lookback/application/queries';
import { household as subject } from '@lookback/case/household';
import { anySubject } from '@lookback/office/desk';
import { householdNamed } from '../household-named.js';
import { inProcess, whoReads } from '../in-process.js';
import { answer, answerJson } from '../output.js';

/** A household's entries in order, as sentences. */
export const historyVerb = (household: string, { json = false, ...query }: { known?: string; json?: boolean }): Promise<void> =>
  inProcess(async (inside) => {
    const history = await inside.app
      .get(SubjectReads)
      .history(anySubject(subject), await householdNamed(inside, household), query, await whoReads(inside));
    if (json) answerJson(history);
    else
      for (const { position, effectiveOn, recordedAt, en, zh, standing } of history.entries)
        answer(`@${position}  ${effectiveOn}  (recorded ${recordedAt})  ${zh}  ${en}${standing === 'counts' ? '' : `  [${standing}]`}`);
  });
