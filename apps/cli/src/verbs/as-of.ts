import { SubjectReads } from '@lookback/application/queries';
import { household as subject } from '@lookback/case/household';
import { anySubject } from '@lookback/office/desk';
import { householdNamed } from '../household-named.js';
import { inProcess, whoReads } from '../in-process.js';
import { answer, answerJson } from '../output.js';

/** A household on a day, as known at a position. */
export const asOfVerb = (household: string, { json = false, ...query }: { at?: string; known?: string; json?: boolean }): Promise<void> =>
  inProcess(async (inside) => {
    const file = await inside.app
      .get(SubjectReads)
      .file(anySubject(subject), await householdNamed(inside, household), query, await whoReads(inside));
    if (json) answerJson(file);
    else answer(JSON.stringify(file, null, 2));
  });
