import { HouseholdChanges } from '../../../server/src/reads/household-changes.js';
import { inProcess, whoReads } from '../in-process.js';
import { answer, answerJson } from '../say.js';

interface Moments {
  readonly at?: string;
  readonly known?: string;
  readonly vs?: string;
  readonly vsKnown?: string;
  readonly json?: boolean;
}

/** What differs between a household at two moments, each field with the entries that make the difference. */
export const diffVerb = (household: string, { json = false, vs, ...asked }: Moments): Promise<void> =>
  inProcess(async (inside) => {
    const moments = { ...asked, ...(vs !== undefined && { vsAt: vs }) };
    const { changed, entries, ...of } = await inside.app.get(HouseholdChanges).diff(household, moments, await whoReads(inside));
    if (json) return answerJson({ ...of, changed, entries });
    const sentences = new Map(
      entries.map(({ position, effectiveOn, zh, en }) => [position, `  @${position}  ${effectiveOn}  ${zh}  ${en}`]),
    );
    for (const { zh, en, before, after, setBy } of changed) {
      answer(`${zh} ${en}: ${JSON.stringify(before)} -> ${JSON.stringify(after)}`);
      for (const position of setBy) answer(sentences.get(position) ?? `  @${position}`);
    }
  });
