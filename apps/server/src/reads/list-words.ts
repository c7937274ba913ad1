import type { CalendarDate, InBoth, RegionCode } from '@lookback/kernel';
import type { StandardsInForce } from '@lookback/office/desk';
import { nation } from '@lookback/office/registry';
import type { CauseCodes, ProblemClasses, ProblemSources } from '@lookback/office/standards';

interface Lists {
  readonly 'cause-codes': CauseCodes;
  readonly 'problem-classes': ProblemClasses;
  readonly 'problem-sources': ProblemSources;
}

/** What the codes of a list are called in a region on a day; the nation's words where no region is asked for. */
export async function listWords(
  standards: StandardsInForce,
  list: keyof Lists,
  { region = nation, on }: { readonly region?: RegionCode | undefined; readonly on: CalendarDate },
): Promise<(code: string) => InBoth | undefined> {
  const lines = Object.values(((await standards.inForce(list, region, on))?.value ?? {}) as Partial<Lists[keyof Lists]>).flat();
  const words = new Map(lines.map(({ code, en, zh }) => [code as string, { en, zh }]));
  return (code) => words.get(code);
}
