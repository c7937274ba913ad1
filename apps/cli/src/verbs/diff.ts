import type { SubjectDiff } from '@lookback/review/history';
import { SubjectChanges } from '@lookback/application/queries';
import { household as subject } from '@lookback/case/household';
import { anySubject } from '@lookback/office/desk';
import { householdNamed } from '../household-named.js';
import { inProcess, whoReads } from '../in-process.js';
import { answer, answerJson } from '../output.js';

interface Moments {
  readonly at?: string;
  readonly known?: string;
  readonly vs?: string;
  readonly vsKnown?: string;
  readonly json?: boolean;
}

/** What differs between a household at two moments, each field with the entries that make the difference. */
export const diffVerb = (household: string, { json = false, vs, ...query }: Moments): Promise<void> =>
  inProcess(async (inside) => {
    const moments = { ...query, ...(vs !== undefined && { vsAt: vs }) };
    const { changed, entries, ...of } = await inside.app
      .get(SubjectChanges)
      .diff(anySubject(subject), await householdNamed(inside, household), moments, await whoReads(inside));
    if (json) answerJson({ ...of, changed, entries });
    else for (const line of linesOf(changed, entries)) answer(line);
  });

function linesOf(changed: SubjectDiff['changed'], entries: SubjectDiff['entries']): string[] {
  const sentences = new Map(entries.map(({ position, effectiveOn, zh, en }) => [position, `  @${position}  ${effectiveOn}  ${zh}  ${en}`]));
  return changed.flatMap(({ zh, en, before, after, setBy }) => [
    `${zh} ${en}: ${JSON.stringify(before)} -> ${JSON.stringify(after)}`,
    ...setBy.map((position) => sentences.get(position) ?? `  @${position}`),
  ]);
}
