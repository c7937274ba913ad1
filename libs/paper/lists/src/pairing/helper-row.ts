import type { HelperListed } from '@lookback/case/assistance';
import type { SheetRow } from '@lookback/paper/workbook';
import type { Said } from '../cell-parsers.js';
import type { ListedOfficial } from '../officials/officials.js';
import type { helperColumns, PairingColumn } from './pairing.columns.js';

/** A row that can be taken: its helper, and what it says of the household's head. */
export interface ListedHelperRow {
  readonly row: SheetRow<PairingColumn>;
  readonly cells: Said<ReturnType<typeof helperColumns>>;
  readonly head: string | null;
  readonly helper: HelperListed;
  readonly official: ListedOfficial;
  readonly plainly: readonly string[];
}
