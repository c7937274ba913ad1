import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { RecordLink } from '../../components/record-link.js';
import type { Column } from '../../components/column.js';
import { useWords } from '../../i18n/words.js';
import type { MomentAsked } from '../../moment/moment-asked.js';
import { cellText, isFigure } from './cell-text.js';
import { CellShown } from './cell-shown.js';
import type { ChosenRows } from './chosen-rows.js';
import { namesIn } from './list-asked.js';
import type { ListActs } from './list-acts.js';
import type { RegisterColumn, RegisterDescription, RegisterRow } from './register-shapes.js';
import { RowActs } from './row-acts.js';
import { RowBox } from './row-box.js';
import { fileOf } from './row-file.js';

/** What a screen shows of a column in a way of its own. */
export type CellsOwn = Readonly<Record<string, (row: RegisterRow, at: string) => ReactNode>>;

/** Pixels below which the cells of a kind are not pressed together. */
const least: Readonly<Record<RegisterColumn['kind'], number>> = {
  ...{ day: 92, count: 64, fen: 104, 'yes-no': 64, text: 110, opened: 110 },
  ...{ region: 84, code: 96, listed: 100, person: 76, unit: 104 },
};

/** Which columns of a register are shown, in which order: those that the address names, else those that the screen begins with. */
export function shownOf({ columns }: RegisterDescription, named: string | undefined, begin: readonly string[]): readonly RegisterColumn[] {
  const byName = new Map(columns.map((column) => [column.name, column]));
  const wanted = namesIn(named).flatMap((name) => byName.get(name) ?? []);
  if (wanted.length > 0) return wanted;
  const begun = begin.flatMap((name) => byName.get(name) ?? []);
  return begun.length > 0 ? begun : columns.slice(0, 10);
}

interface Shown {
  readonly shown: readonly RegisterColumn[];
  readonly own: CellsOwn;
  /** What is shown besides. */
  readonly extra: readonly Column<RegisterRow>[];
  /** Pixels that what the screen shows in a way of its own needs. */
  readonly widths: Readonly<Record<string, number>>;
  readonly chosen: ChosenRows;
  readonly acts: ListActs | undefined;
  readonly moment: MomentAsked;
  /** The day of which the rows are. */
  readonly at: string;
}

/** A list as a table has it: a box to choose by, the columns that are shown, the first leading to the file, and what can be done. */
export function useListColumns({ shown, own, extra, widths, chosen, acts, moment, at: day }: Shown): readonly Column<RegisterRow>[] {
  const t = useWords();
  return useMemo(() => {
    const [first] = shown;
    const called = (row: RegisterRow) => (first ? cellText(first, row.cells[first.name], t) : '') || row.called;
    const box: Column<RegisterRow> = {
      key: 'choose',
      title: '',
      width: 0.1,
      least: 24,
      main: true,
      stays: 'start',
      cell: (row) => <RowBox row={row} called={called(row)} chosen={chosen} />,
    };
    const columns = shown.map((column, at): Column<RegisterRow> => {
      const { name, called: title, kind, sort } = column;
      const cell = (row: RegisterRow) => own[name]?.(row, day) ?? <CellShown column={column} cell={row.cells[name]} />;
      return {
        key: name,
        title: t.both(title),
        width: 10,
        least: widths[name] ?? Math.max(least[kind], 16 + t.both(title).length * (t.language === 'zh' ? 14 : 8)),
        main: at < 2,
        ...(at === 0 && { stays: 'start' }),
        sort,
        ...(isFigure(column) && !own[name] && { align: 'end' }),
        cell: at > 0 ? cell : (row) => own[name]?.(row, day) ?? <RecordLink to={fileOf(row, moment)}>{called(row)}</RecordLink>,
      };
    });
    const act: Column<RegisterRow> = {
      key: 'act',
      title: t('ledger.act'),
      width: 4,
      least: 156,
      stays: 'end',
      cell: (row) => acts && <RowActs row={row} acts={acts} />,
    };
    return [box, ...columns, ...extra, ...(acts ? [act] : [])];
  }, [t, shown, own, extra, widths, chosen, acts, moment, day]);
}
