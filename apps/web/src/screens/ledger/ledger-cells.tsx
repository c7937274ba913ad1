import { RecordLink } from '../../components/record-link.js';
import { numberOfDay } from '../../moment/day.js';
import type { CellsOwn } from '../register/list-columns.js';
import { textIn } from '../register/row-values.js';
import type { RegisterRow } from '../register/register-shapes.js';
import { fileOf } from '../register/row-file.js';
import { DaysLeft, type ProblemLine, ProblemStatus } from './problem-line.js';

/** What cells and acts of the ledger look at, whichever columns are shown. */
export const needs = ['number', 'status', 'village', 'township', 'county', 'dueOn', 'overdue'];

/** Put right as far as its unit is concerned: no limit runs. */
const limitStands: readonly ProblemLine['status'][] = ['reported', 'verified', 'cancelled'];

/** Where a problem stands, which is one of the codes of its column. */
export const statusIn = (row: RegisterRow) => textIn(row, 'status') as ProblemLine['status'];

/** What the ledger shows in a way of its own. */
export const ledgerCells: CellsOwn = {
  number: (row) => <RecordLink to={`${fileOf(row)}#problem-${row.key}` as `/households/${string}`}>{row.key}</RecordLink>,
  status: (row) => <ProblemStatus status={statusIn(row)} />,
  dueOn: (row, at) => <Due row={row} at={at} />,
};

/** The limit, and how many days are left to it on the day of the list. */
function Due({ row, at }: { readonly row: RegisterRow; readonly at: string }) {
  const dueOn = textIn(row, 'dueOn');
  if (dueOn === null) return <>—</>;
  const runs = !limitStands.includes(statusIn(row));
  if (!runs) return <>{dueOn}</>;
  const daysLeft = numberOfDay(dueOn) - numberOfDay(at);
  return (
    <>
      {dueOn} <DaysLeft dueOn={dueOn} daysLeft={daysLeft} overdue={daysLeft < 0} />
    </>
  );
}
