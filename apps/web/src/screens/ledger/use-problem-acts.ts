import { useMemo } from 'react';
import { useActions } from '../../commands/use-actions.js';
import type { ListActs } from '../register/list-acts.js';
import { textIn } from '../register/row-values.js';
import { statusIn } from './ledger-cells.js';
import { fileOf } from '../register/row-file.js';

/** What the account that is signed in may do about the rows of the ledger. */
export function useProblemActs(): Omit<ListActs, 'onAct'> {
  const actsOn = useActions();
  return useMemo(
    () => ({
      of: (row) => actsOn({ status: statusIn(row), village: placeOf(row) }),
      target: (row) => ({ name: row.key, of: fileOf(row), fixed: { problem: row.key }, region: placeOf(row) }),
    }),
    [actsOn],
  );
}

/** Where the subject of a problem lies: a village, or what it is as a whole. */
const placeOf = (row: Parameters<ListActs['of']>[0]): string =>
  textIn(row, 'village') ?? textIn(row, 'township') ?? textIn(row, 'county') ?? '';
