import { RecordLink } from '../../components/record-link.js';
import { useWords } from '../../i18n/words.js';
import { cellText, figureText } from './cell-text.js';
import type { Cell, RegisterColumn } from './register-shapes.js';

/** What stands in a cell of a list; people and units lead to their records. */
export function CellShown({ column, cell }: { readonly column: Pick<RegisterColumn, 'kind' | 'words'>; readonly cell: Cell | undefined }) {
  const t = useWords();
  const text = cellText(column, cell, t);
  if (text === '') return <>—</>;
  const value = cell?.value;
  if (column.kind === 'person') return <RecordLink to={`/people/${String(value)}`}>{text}</RecordLink>;
  if (column.kind === 'unit') return <RecordLink to={`/units/${String(value)}`}>{text}</RecordLink>;
  if (column.kind === 'fen' || column.kind === 'count') return <>{figureText(column, Number(value), t)}</>;
  return <span title={text}>{text}</span>;
}
