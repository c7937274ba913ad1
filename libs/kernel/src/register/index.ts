export * as cell from './cells.js';
export type { CellKind, CellValue } from './cells.js';
export * from './register.js';
