export { NumbersStanding, Reserving, type NumberRun } from './reserving.js';
export type { SeriesKind, SeriesNumber } from './series.codes.js';
export { seriesPart } from './series.part.js';
