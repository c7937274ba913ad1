export * as cell from './cells.js';
export type { CellKind, CellValue } from './cells.js';
export { placeColumns, placeNames } from './place-columns.js';
export * from './register.js';
