export { type CellKind, type CellValue, saidAt } from './cells.js';
export { placeColumns, placeNames } from './place-columns.js';
export * from './register.js';
