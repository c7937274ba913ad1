import type { Recorded } from './decider.js';
import type { EventOf } from './event-of.js';
import type { EntryId } from './text.js';

/** An entry that counts, in the version that counts. `id`, `revision` and who acted are those of the original. */
export type Resolved<Event extends EventOf = EventOf> = Recorded<Event> & {
  /** The entry that set what it says: itself, the confirmation of its report, or the approval of its last correction. */
  readonly setBy: EntryId;
};
