export { entriesKept } from './entries-kept.js';
export { withLeaderLock } from './leader-lock.js';
export { mapYielding, yieldToEventLoop } from './map-yielding.js';
export { RequestBatcher } from './request-batcher.js';
export { retry } from './retry.js';
export { uuidsIn } from './uuids-in.js';
