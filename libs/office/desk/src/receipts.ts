import type { Appended, Commit, Entry } from '@lookback/log/event-log';
import type { Receipt } from './receipt.dto.js';

/** What is answered to a command that was recorded. */
export const receipt = (id: string, { revision, position }: Appended, { events }: Commit): Receipt => ({
  id,
  revision,
  position,
  events: events.map((event) => event.type),
});

/** Asked again under a key that was answered: the same answer, before any rule is asked again. */
export const repeated = (id: string, entries: readonly Entry[]): Receipt => ({
  id,
  revision: Math.max(...entries.map((entry) => entry.revision)),
  position: Math.max(...entries.map((entry) => entry.position)),
  events: entries.map((entry) => entry.type),
});
