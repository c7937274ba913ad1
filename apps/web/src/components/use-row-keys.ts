import { type RefObject, useEffect, useRef } from 'react';

interface Rows {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly count: number;
  /** What a key does to the row at an index; undefined where keys do nothing. */
  readonly onKey: ((key: string, index: number) => void) | undefined;
  /** Brings a row into sight. */
  readonly show: (index: number) => void;
}

/**
 * J and K lead from row to row, wherever on the page one is; other keys are for the row that has the focus. The focus says which row it
 * is: no row is drawn anew as it moves.
 */
export function useRowKeys({ scroller, count, onKey, show }: Rows): void {
  const now = useRef({ count, onKey, show });
  useEffect(() => {
    now.current = { count, onKey, show };
  });
  const last = useRef(-1);
  const listens = onKey !== undefined;
  useEffect(() => {
    if (!listens) return;
    const rowAt = (index: number) => scroller.current?.querySelector<HTMLElement>(`.row[data-index="${String(index)}"]`);
    const move = (by: 1 | -1) => {
      const index = Math.min(now.current.count - 1, Math.max(0, (indexIn(scroller.current) ?? last.current) + by));
      last.current = index;
      now.current.show(index);
      const focus = () => {
        rowAt(index)?.focus({ preventScroll: true });
        rowAt(index)?.scrollIntoView({ block: 'nearest' }); // the table itself may reach beyond the window
      };
      if (rowAt(index)) focus();
      else requestAnimationFrame(() => requestAnimationFrame(focus)); // drawn once it is in sight
    };
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      const key = event.key.toLowerCase();
      if (key === 'j' || key === 'k') {
        event.preventDefault();
        move(key === 'j' ? 1 : -1);
        return;
      }
      const index = indexIn(scroller.current);
      if (index === undefined || (key === 'enter' && !(event.target as Element).matches('.row'))) return;
      now.current.onKey?.(key, index);
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [scroller, listens]);
}

/** Which row of a table has the focus, or holds what has it. */
function indexIn(table: HTMLElement | null): number | undefined {
  const row = table?.contains(document.activeElement) ? document.activeElement?.closest<HTMLElement>('.row[data-index]') : null;
  return row ? Number(row.dataset['index']) : undefined;
}

/** Whether keys are meant for a field, or for what lies over the page. */
export const isTyping = (target: EventTarget | null): boolean =>
  target instanceof Element &&
  target.closest(
    'input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable], [role=combobox], [role=dialog], [role=menu]',
  ) !== null;
