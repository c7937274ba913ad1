import type { CalendarDate, InBoth, RegionCode, WordList } from '@lookback/kernel';
import type { StandardsInForce } from '@lookback/office/desk';
import { nation } from '@lookback/office/registry';
import type { CauseCodes, ProblemClasses, ProblemSources } from '@lookback/office/standards';

/** Each holds one list of lines. */
type ListOf = CauseCodes | ProblemClasses | ProblemSources;
interface Line extends InBoth {
  readonly code: string;
}

/** What the codes of a list are called in a region on a day; the nation's words where no region is asked for. */
export async function listWords(
  standards: StandardsInForce,
  list: WordList,
  { region = nation, on }: { readonly region?: RegionCode | undefined; readonly on: CalendarDate },
): Promise<(code: string) => InBoth | undefined> {
  const held = (await standards.inForce(list, region, on))?.value as ListOf | undefined;
  const lines = (held ? Object.values<readonly Line[]>(held as unknown as Record<string, readonly Line[]>) : []).flat();
  const words = new Map(lines.map(({ code, en, zh }) => [code, { en, zh }]));
  return (code) => words.get(code);
}
