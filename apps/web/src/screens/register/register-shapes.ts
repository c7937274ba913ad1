import type { Shapes } from '../../api/ask.js';

export type RegisterDescription = Shapes['RegisterDescription'];
export type RegisterColumn = Shapes['ColumnDescription'];
export type Cell = Shapes['CellShown'];
export type Cells = Readonly<Record<string, Cell>>;
export type RegisterRow = Shapes['RegisterRow'];
export type ChangedRow = Shapes['ChangedRow'];
export type RowPlace = Pick<RegisterRow, 'subject' | 'called' | 'key'>;
export type RegisterPage = Shapes['RegisterPage'];
export type RegisterChanges = Shapes['RegisterChanges'];
export type RegisterCounts = Shapes['RegisterCounts'];
