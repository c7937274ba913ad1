import { todays, Where } from '@lookback/log/read-model';
import { isOfSeen, type Sees } from '@lookback/office/desk';
import { householdsRegister } from './households.register.js';
import type { NameIndex } from './name-index.query.js';
import { nameIndex } from './name-index.register.js';

/** The households on record today, for FROM. */
export const onRecord = todays(householdsRegister);

/** The members of these, each with the marks by which he is found. */
export const members = todays(nameIndex);

/** Rows with the head's name in the place of where it stands. */
export async function withHeads<Row extends { readonly head: string | null }>(
  rows: readonly Row[],
  index: Pick<NameIndex, 'names'>,
): Promise<Row[]> {
  const names = await index.names(rows.map(({ head }) => head));
  return rows.map((row, i) => ({ ...row, head: names[i] ?? null }));
}

/** The file code of a row `h`: its id's beginning. */
export const fileCode = 'substr(h.stream, 11, 8)';

/** The households `h` that an account sees. */
export function seenOf(sees: Sees): Where {
  const where = new Where();
  return where.add(isOfSeen(where, { stream: 'h.stream', place: 'h.village' }, sees));
}
