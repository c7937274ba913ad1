import { measureElement, useVirtualizer } from '@tanstack/react-virtual';
import { type CSSProperties, memo, type ReactNode, useEffect, useRef } from 'react';
import { useWords } from '../i18n/words.js';
import { type Column, widthOf } from './column.js';
import { classesOf, TableHead } from './table-head.js';
import { useNarrow } from './use-narrow.js';
import { usePrinting } from './use-printing.js';
import { useRowKeys } from './use-row-keys.js';
import './table.css';

interface Props<Row> {
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  /** What stands in place of rows where there are none. */
  readonly empty: ReactNode;
  /** Fetches the rows that follow, once the end comes into sight. */
  readonly onEnd?: (() => void) | undefined;
  /** How many there are, where more follow. */
  readonly total?: number | undefined;
  /** A line a row, cut off where it is too long; else as high as what it says. */
  readonly dense?: boolean;
  /** Columns by whose order the rows stand, `-` before one that falls. */
  readonly order?: readonly string[];
  readonly onSort?: ((column: string) => void) | undefined;
  /** What a key does to the row that J and K led to. */
  readonly onKey?: ((key: string, row: Row) => void) | undefined;
}

/** How many rows before the end the next ones are asked for: they come before the reader does. */
const ahead = 250;
/** What a row measures before one has been measured; a dense one always. */
const heights = { dense: 36, wide: 44, narrow: 132 };

/** Rows of anything, only those in sight drawn, on paper all that have come; on a phone each is a card. */
export function Table<Row>({ label, columns, rows, keyOf, empty, onEnd, total, dense = false, order, onSort, onKey }: Props<Row>) {
  const t = useWords();
  const narrow = useNarrow();
  const oneLine = dense && !narrow;
  const scroller = useRef<HTMLDivElement>(null);
  /** As the first row measures, so are the others taken to be: a row that comes as it was taken moves none of those below. */
  const typical = useRef<number>(undefined);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => (oneLine ? heights.dense : (typical.current ?? (narrow ? heights.narrow : heights.wide))),
    measureElement: (row, met, of) => {
      const height = measureElement(row, met, of);
      if (height > 0) typical.current ??= height; // out of sight it has none
      return height;
    },
    overscan: 8,
    scrollPaddingStart: heights.dense,
    useFlushSync: false,
  });
  useEffect(() => {
    typical.current = undefined;
    virtual.measure();
  }, [oneLine, virtual]);
  useRowKeys({
    scroller,
    count: rows.length,
    onKey: onKey && ((key, index) => onKey(key, rows[index] as Row)),
    show: virtual.scrollToIndex,
  });
  const printing = usePrinting();
  const inSight = virtual.getVirtualItems();
  const shown = printing ? rows.map((_, index) => ({ index, start: 0, key: index })) : inSight;
  const last = inSight.at(-1)?.index ?? -1;
  useEffect(() => {
    if (rows.length > 0 && last >= rows.length - ahead) onEnd?.();
  }, [last, rows.length, onEnd]);
  if (rows.length === 0) return <>{empty}</>;
  return (
    <div
      ref={scroller}
      className={['table', narrow && 'cards', oneLine && 'dense', columns[0]?.least !== undefined && 'pressed-no-further']
        .filter(Boolean)
        .join(' ')}
      style={sizesOf(columns, virtual.getTotalSize())}
      role="table"
      aria-label={label}
      aria-rowcount={(total ?? rows.length) + 1}
      tabIndex={0}
    >
      <TableHead columns={columns} order={order} onSort={onSort} />
      <div className="table-body" role="rowgroup" style={{ height: virtual.getTotalSize() }}>
        {shown.map(({ index, start, key }) => {
          const row = rows[index] as Row;
          return (
            <div
              key={`${String(key)}-${keyOf(row)}`}
              ref={oneLine ? undefined : virtual.measureElement}
              data-index={index}
              className="row"
              role="row"
              aria-rowindex={index + 2}
              tabIndex={onKey && -1}
              style={{ transform: `translateY(${String(start)}px)` }}
            >
              <Cells columns={columns} row={row} titled={narrow} />
            </div>
          );
        })}
      </div>
      {printing && onEnd && <p className="hint">{t('table.printed', { rows: rows.length })}</p>}
    </div>
  );
}

/** Between two columns, and at either side of a row. */
const gaps = { column: 10, side: 12 };

function sizesOf(columns: readonly Pick<Column<never>, 'width' | 'least' | 'stays'>[], height: number): CSSProperties {
  const least = columns.reduce((sum, column) => sum + (column.least ?? 0) + gaps.column, 2 * gaps.side - gaps.column);
  const [first, second] = columns;
  return {
    '--columns': columns.map((column) => `minmax(${String(column.least ?? 0)}px, ${String(column.width)}fr)`).join(' '),
    ...(first?.least !== undefined && { '--least': `${String(least)}px`, '--second': `${String(gaps.side + first.least)}px` }),
    ...(second?.stays !== 'start' && { '--second': 'auto' }),
    maxHeight: height + 2 * heights.wide,
  } as CSSProperties;
}

interface CellsProps<Row> {
  readonly columns: readonly Column<Row>[];
  readonly row: Row;
  /** On a card each value has its column's title before it. */
  readonly titled: boolean;
}

/** A row that is in sight already is not drawn again while others come. */
const Cells = memo(function Cells<Row>({ columns, row, titled }: CellsProps<Row>) {
  return columns.map(({ key, title, width, least, main, align, stays, cell }) => (
    <span
      key={key}
      role="cell"
      style={titled ? undefined : widthOf({ width, least })}
      className={classesOf({ main, align, stays })}
      data-title={titled ? title : undefined}
    >
      {cell(row)}
    </span>
  ));
}) as <Row>(parts: CellsProps<Row>) => ReactNode;
