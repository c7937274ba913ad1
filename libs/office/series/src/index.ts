export { around, type Patterns, type SeriesKind, seriesKinds, type SeriesNumber } from './series.codes.js';
export { ReserveNumber } from './series.commands.js';
export { patternsIn } from './series.decider.js';
export * as seriesEvents from './series.events.js';
export { series, seriesIdOf } from './series.js';
export { seriesSentences } from './series.sentences.js';
