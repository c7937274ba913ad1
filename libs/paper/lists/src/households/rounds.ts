import type { CommandRequest } from '@lookback/office/desk';

/** The log takes one commit a stream in one go: what is asked of one household several times goes round by round. */
export function rounds(many: readonly CommandRequest[]): CommandRequest[][] {
  const all: CommandRequest[][] = [];
  const counts = new Map<string, number>();
  for (const one of many) {
    const nth = counts.get(one.id) ?? 0;
    counts.set(one.id, nth + 1);
    (all[nth] ??= []).push(one);
  }
  return all;
}
