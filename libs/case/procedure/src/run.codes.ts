import type { Code } from '@lookback/kernel';
import type { ProcedureKind } from '@lookback/office/standards';

/** One pass of a subject through a procedure: its kind and number, `exit-2`. Number 0 is what was so before the record. */
export type Run = Code<'run'>;

export const runCode = (of: ProcedureKind, number: number): Run => `${of}-${String(number)}` as Run;

/** How many runs of its kind a run follows, its own number; 0 of one before the record. */
export const numberOf = (run: Run): number => Number(run.slice(run.lastIndexOf('-') + 1));
