import type { Target } from '../../commands/bulk.js';
import type { Asking } from '../../commands/command-form.js';
import type { Act } from '../../commands/act.js';
import type { RegisterRow } from './register-shapes.js';

/** What can be done about the rows of a list. */
export interface ListActs {
  /** What may be done about a row as it stands: the first is its main act, unless it stands aside. */
  readonly of: (row: RegisterRow) => readonly Act[];
  /** Whom an act on a row is asked of, and what it says already. */
  readonly target: (row: RegisterRow) => Target & Pick<Asking, 'region' | 'subject'>;
  readonly onAct: (asking: Asking) => void;
}

/** The act asked of a row. */
export function askingOf({ target }: Pick<ListActs, 'target'>, row: RegisterRow, act: Act): Asking {
  const { of, fixed, region, subject } = target(row);
  return { act, of, fixed, ...(region !== undefined && { region }), ...(subject !== undefined && { subject }) };
}

/** What can be done with all of some rows in one go. */
export function actsOnAll({ of }: Pick<ListActs, 'of'>, rows: Iterable<RegisterRow>): readonly Act[] {
  const [first, ...others] = [...rows].map(of);
  return (first ?? []).filter((act) => act.single !== true && others.every((open) => open.includes(act)));
}
