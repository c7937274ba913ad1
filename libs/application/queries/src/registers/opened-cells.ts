import { type AnyRegister, type CellValue, erased, type InBoth, masked } from '@lookback/kernel';
import { type EventLog, sealedValuesAt } from '@lookback/log/event-log';
import type { CellsFound } from './cell-words.js';
import type { CellShown, CellsShown } from './registers.dto.js';

/** A row before a reader. */
interface RowBefore {
  readonly cells: CellsFound;
  /** Whether the reader may read of its subject what stands in boxes. */
  readonly isRead: boolean;
  /** Whether the reader sees all of it, also what says who somebody is. */
  readonly isWhole: boolean;
}

const gone: InBoth = { en: 'erased', zh: '已抹除' };
const nothing: CellShown = { value: null, said: null };

/** The opened cells of some rows, each box opened where its entry stands; nothing of what the reader may not read. */
export async function openedCells(
  { opened = {} }: AnyRegister,
  wanted: readonly string[],
  rows: readonly RowBefore[],
  log: Pick<EventLog, 'entriesAt'>,
): Promise<CellsShown[]> {
  const names = wanted.filter((name) => name in opened);
  const places = rows.flatMap(({ cells, isRead }) => names.map((name) => (isRead ? placeOf(cells.get(name)) : null)));
  const values = names.length === 0 ? [] : await sealedValuesAt(log, places);
  return rows.map(({ isWhole }, i) =>
    Object.fromEntries(
      names.map((name, n) => {
        const value = values[i * names.length + n]?.value;
        return [name, value === undefined ? nothing : cellOf(value, opened[name]?.sight === 'masked' && !isWhole)];
      }),
    ),
  );
}

const placeOf = (cell: CellValue | undefined): string | null => (typeof cell === 'string' ? cell : null);

function cellOf(value: unknown, isMasked: boolean): CellShown {
  if (value === erased) return { value: null, said: gone };
  if (isMasked) return { value: masked(String(value)), said: null };
  return { value: typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null, said: null };
}
