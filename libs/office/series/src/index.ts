export { NumbersStanding, Reserving, type NumberRun } from './reserving.js';
export type { SeriesKind, SeriesNumber } from './series.codes.js';
export * as seriesEvents from './series.events.js';
export { seriesSentences } from './series.sentences.js';
