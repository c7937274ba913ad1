export { Indexed } from './declaration/indexed.js';
export {
  type FoldedSubject,
  ignored,
  journalProjection,
  kindsProjection,
  registerProjection,
  type KindReader,
  type JournalProjection,
  type Projection,
  type RowClass,
  stateProjection,
  type StateProjection,
} from './declaration/projection.js';
export { type GroupTables, snake, tableName, tablesOf, whole } from './declaration/register-tables.js';
export { todays } from './asking/today.js';
export { BrokenPlaces } from './storage/broken.js';
export { type Broken, type Parked } from './storage/change.js';
export { literally, Where } from './storage/where.js';
export { type Difference } from './rebuild/difference.js';
export { RebuildUnderWay } from './rebuild/rebuild.js';
export type { Rebuilt, RebuildOptions } from './rebuild/rebuilt.js';
export { NotReached } from './following/position-awaiter.js';
export { type Condition, type ModelStatus, Projector, type ProjectorDependencies } from './following/projector.js';
export type { AskedAt } from './asking/asked-at.js';
export type { ChangeFound } from './asking/changes.js';
export type { FigureFound, CountedBy } from './asking/counts.js';
export type { RowCursor, Ordered } from './asking/order.js';
export type { PageAsked, RowFound } from './asking/page.js';
export type { Beside, RowsAsked } from './asking/question.js';
export { type AskedReadModels, type FoundAtPoint, RegisterQuery, type RegisterStanding } from './asking/register-query.js';
export { type Asks, narrowest, RowAsked, standingIn } from './asking/row.js';
export type { Filter, Sought } from './asking/sought.js';
