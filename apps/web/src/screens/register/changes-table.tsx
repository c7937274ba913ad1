import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import { useMemo } from 'react';
import { nextPage } from '../../api/next-page.js';
import { Empty } from '../../components/empty.js';
import { RecordLink } from '../../components/record-link.js';
import type { Column } from '../../components/column.js';
import { Table } from '../../components/table.js';
import { Tag } from '../../components/tag.js';
import { useWords, type Words } from '../../i18n/words.js';
import { CellShown } from './cell-shown.js';
import { cellText } from './cell-text.js';
import { keyOf } from './chosen-rows.js';
import { type ListAsked, momentIn } from './list-asked.js';
import type { ChangedRow, RegisterChanges, RegisterColumn } from './register-shapes.js';
import { fileOf } from './row-file.js';
import './changes-table.css';

interface Props {
  readonly label: string;
  readonly pages: readonly RegisterChanges[];
  readonly shown: readonly RegisterColumn[];
  readonly asked: ListAsked;
  readonly more: Pick<UseInfiniteQueryResult, 'hasNextPage' | 'isFetchingNextPage' | 'fetchNextPage'>;
}

/** The rows of a list that changed, each as it was before and as it is after. */
export function ChangesTable({ label, pages, shown, asked, more }: Props) {
  const t = useWords();
  const { at, known } = asked;
  const columns = useMemo(() => columnsOf(shown, momentIn({ ...(at && { at }), ...(known && { known }) }), t), [shown, at, known, t]);
  const rows = useMemo(() => pages.flatMap((page) => page.rows), [pages]);
  const rebuilt = pages[0]?.rebuilt;
  return (
    <>
      {rebuilt && <p className="hint">{t('list.rebuilt', { position: rebuilt.position, rows: rebuilt.rows })}</p>}
      <Table
        {...{ label, columns, rows, keyOf }}
        total={pages[0]?.total}
        onEnd={nextPage(more)}
        empty={<Empty>{t('list.noChange')}</Empty>}
      />
    </>
  );
}

function columnsOf(shown: readonly RegisterColumn[], moment: ReturnType<typeof momentIn>, t: Words): readonly Column<ChangedRow>[] {
  const [first] = shown;
  const called = ({ before, after, called: by }: ChangedRow) => (first && cellText(first, (after ?? before)?.[first.name], t)) || by;
  const how: Column<ChangedRow> = {
    key: 'how',
    title: t('list.how'),
    width: 6,
    least: 90,
    main: true,
    stays: 'start',
    cell: ({ before, after }) => (
      <Tag tone={before === null ? 'good' : after === null ? 'bad' : 'waiting'}>
        {t(before === null ? 'list.isNew' : after === null ? 'list.isGone' : 'list.isChanged')}
      </Tag>
    ),
  };
  return [
    how,
    ...shown.map((column, at): Column<ChangedRow> => ({
      key: column.name,
      title: t.both(column.called),
      width: 10,
      least: 120,
      main: at === 0,
      ...(at === 0 && { stays: 'start' as const }),
      cell: (row) =>
        at === 0 ? <RecordLink to={fileOf(row, moment)}>{called(row)}</RecordLink> : <BeforeAfter column={column} row={row} />,
    })),
  ];
}

/** What stood in a cell and what stands in it now, where these differ. */
function BeforeAfter({ column, row: { before, after } }: { readonly column: RegisterColumn; readonly row: ChangedRow }) {
  const t = useWords();
  const [was, is] = [before?.[column.name], after?.[column.name]];
  if (before === null) return <CellShown column={column} cell={is} />;
  if (after !== null && was?.value === is?.value) return <CellShown column={column} cell={is} />;
  return (
    <>
      <del>{cellText(column, was, t) || '—'}</del>{' '}
      {after !== null && (
        <ins>
          <CellShown column={column} cell={is} />
        </ins>
      )}
    </>
  );
}
