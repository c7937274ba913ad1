export { readings } from './read.js';
export { totalOf } from './total.js';
export { say, type SayTo } from './say.js';
export * as kind from './kinds.js';
export { type CodeWords, type Fielded, type KindName, kindNames, type SeriesName, type ValueKind } from './kinds.js';
