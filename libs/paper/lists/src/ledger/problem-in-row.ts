import type { StatedStatus } from '@lookback/case/rectification';
import { input } from '@lookback/kernel';
import type { SheetRow } from '@lookback/paper/workbook';
import type { Faults } from '../fault.js';
import type { Said } from '../cell-parsers.js';
import { inapplicable } from '../lists.rules.js';
import { complete, RowReader } from '../row-reader.js';
import { headColumns, householdColumns, type LedgerColumn, longestWords, type problemColumns } from './ledger.columns.js';

type Table = ReturnType<typeof problemColumns>;

/** A problem as its row has it. */
export interface ProblemRead {
  readonly cells: Said<Table>;
  readonly status: StatedStatus;
  readonly head: string | null;
  /** What its household is known by; null where that is its number. */
  readonly household: Said<typeof householdColumns> | null;
  readonly asWritten: Readonly<Record<string, string>> | null;
  readonly plainly: readonly string[];
}

/** The problem of a row; undefined where a fault was noted. */
export function problemIn(row: SheetRow<LedgerColumn>, table: Table, faults: Faults<LedgerColumn>): ProblemRead | undefined {
  const reader = new RowReader(row, faults, longestWords);
  const cells = complete(reader.readAll(table));
  const status = cells && statusIn(cells, reader, faults);
  const { asWritten, plainly } = { asWritten: reader.asWritten, plainly: [...reader.plainly] };
  const household = cells && cells.户编号 === null ? complete(reader.readAll(householdColumns)) : null;
  const head = household ? household.户主姓名 : reader.readAll(headColumns).户主姓名;
  if (!cells || !status || household === undefined || head === undefined || faults.found.length > 0) return undefined;
  return { cells, status, head, household, asWritten, plainly };
}

/** Finished and not cancelled is in progress until somebody here has verified it; the list's own word is kept. */
function statusIn(
  { 整改进展: progress, 是否销号: cancelled, 销号时间: on, 销号编号: number, ...said }: Said<Table>,
  reader: RowReader<LedgerColumn>,
  faults: Faults<LedgerColumn>,
): StatedStatus {
  if ((said.责任领导 !== null || said.责任人 !== null) && said.责任单位 === null) faults.note(reader.row, '责任单位', input.missing);
  if (cancelled && progress !== 'finished') faults.note(reader.row, '整改进展', inapplicable('list.cancelled-unfinished'));
  if (!cancelled && (on !== null || number !== null)) faults.note(reader.row, '是否销号', inapplicable('list.cancelled-not'));
  if (cancelled) return 'cancelled';
  if (progress !== 'finished') return progress;
  reader.keepWritten('整改进展');
  return 'in-progress';
}
