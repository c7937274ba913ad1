import { measureElement, useVirtualizer } from '@tanstack/react-virtual';
import { type CSSProperties, memo, type ReactNode, useEffect, useRef } from 'react';
import { useWords } from '../i18n/words.js';
import { useNarrow } from './use-narrow.js';
import { usePrinting } from './use-printing.js';
import './table.css';

export interface Column<Row> {
  readonly key: string;
  readonly title: string;
  /** Relative width on a wide screen. */
  readonly width: number;
  /** Heads the card that a row is on a phone. */
  readonly main?: boolean;
  readonly align?: 'end';
  readonly cell: (row: Row) => ReactNode;
}

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
}

/** How many rows before the end the next ones are asked for: they come before the reader does. */
const ahead = 250;
/** What a row measures before one has been measured. */
const heights = { wide: 44, narrow: 132 };

/** Rows of anything, only those in sight drawn, on paper all that have come; on a phone each is a card. */
export function Table<Row>({ label, columns, rows, keyOf, empty, onEnd, total }: Props<Row>) {
  const t = useWords();
  const narrow = useNarrow();
  const scroller = useRef<HTMLDivElement>(null);
  /** As the first row measures, so are the others taken to be: a row that comes as it was taken moves none of those below. */
  const typical = useRef<number>(undefined);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => typical.current ?? (narrow ? heights.narrow : heights.wide),
    measureElement: (row, met, of) => {
      const height = measureElement(row, met, of);
      if (height > 0) typical.current ??= height; // out of sight it has none
      return height;
    },
    overscan: 8,
    useFlushSync: false,
  });
  const printing = usePrinting();
  const inSight = virtual.getVirtualItems();
  const shown = printing ? rows.map((_, index) => ({ index, start: 0, key: index })) : inSight;
  const last = inSight.at(-1)?.index ?? -1;
  useEffect(() => {
    if (rows.length > 0 && last >= rows.length - ahead) onEnd?.();
  }, [last, rows.length, onEnd]);
  if (rows.length === 0) return <>{empty}</>;
  const sizes = {
    '--columns': columns.map(({ width }) => `minmax(0, ${String(width)}fr)`).join(' '),
    maxHeight: virtual.getTotalSize() + 2 * heights.wide,
  } as CSSProperties;
  return (
    <div
      ref={scroller}
      className={narrow ? 'table cards' : 'table'}
      style={sizes}
      role="table"
      aria-label={label}
      aria-rowcount={(total ?? rows.length) + 1}
      tabIndex={0}
    >
      <div className="table-head" role="rowgroup">
        <div className="row" role="row" aria-rowindex={1}>
          {columns.map(({ key, title, align }) => (
            <span key={key} role="columnheader" className={align}>
              {title}
            </span>
          ))}
        </div>
      </div>
      <div className="table-body" role="rowgroup" style={{ height: virtual.getTotalSize() }}>
        {shown.map(({ index, start, key }) => {
          const row = rows[index] as Row;
          return (
            <div
              key={`${String(key)}-${keyOf(row)}`}
              ref={virtual.measureElement}
              data-index={index}
              className="row"
              role="row"
              aria-rowindex={index + 2}
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

interface CellsProps<Row> {
  readonly columns: readonly Column<Row>[];
  readonly row: Row;
  /** On a card each value has its column's title before it. */
  readonly titled: boolean;
}

/** A row that is in sight already is not drawn again while others come. */
const Cells = memo(function Cells<Row>({ columns, row, titled }: CellsProps<Row>) {
  return columns.map(({ key, title, main, align, cell }) => (
    <span key={key} role="cell" className={classOf(main, align)} data-title={titled ? title : undefined}>
      {cell(row)}
    </span>
  ));
}) as <Row>(parts: CellsProps<Row>) => ReactNode;

const classOf = (main: boolean | undefined, align: 'end' | undefined) => (main ? (align ? `main ${align}` : 'main') : align);
