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
  type Subject,
} from './projection.js';
export { type Condition, type ModelStatus, Projector, type ProjectorDependencies } from './projector.js';
export { RebuildUnderWay, type Rebuilt, type RebuildOptions } from './rebuild.js';
export { literally, Where } from './where.js';
