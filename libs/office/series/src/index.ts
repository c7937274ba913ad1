export { NumbersStanding, Reserving, type Run } from './reserving.js';
export type { SeriesKind, SeriesNumber } from './series.codes.js';
export * as seriesEvents from './series.events.js';
export { seriesWords } from './series.words.js';
