export { BrokenPlaces } from './broken.js';
export { type Broken, type Parked } from './change.js';
export { type Difference } from './difference.js';
export { Indexed } from './indexed.js';
export { NotReached } from './position-awaiter.js';
export {
  ignored,
  journalProjection,
  type JournalProjection,
  type Projection,
  type RowClass,
  stateProjection,
  type StateProjection,
  type FoldedSubject,
} from './projection.js';
export { type Condition, type ModelStatus, Projector, type ProjectorDependencies } from './projector.js';
export { RebuildUnderWay } from './rebuild.js';
export type { Rebuilt, RebuildOptions } from './rebuilt.js';
export { literally, Where } from './where.js';
