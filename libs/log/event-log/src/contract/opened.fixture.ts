import { afterAll, beforeAll } from '@jest/globals';
import type { EventLog } from '../port/event-log.js';
import type { Acknowledged } from './writing.fixture.js';

/** A log with nothing in it, for the contract to fill. */
export interface LogUnderTest {
  readonly log: EventLog;
  /** The same log, as another process that has only just started sees it. */
  another(): EventLog;
  /** Starts `writeMany` in a process of its own. */
  write(writer: string, commits: number): Promise<Acknowledged[]>;
  close(): Promise<void>;
}

/** Opens a log for the specs of one `describe`. */
export function opened<Opened extends { close(): Promise<void> }>(open: () => Promise<Opened>): { readonly it: Opened } {
  const holder: { it?: Opened } = {};
  beforeAll(async () => {
    holder.it = await open();
  });
  afterAll(() => holder.it?.close());
  return holder as { readonly it: Opened };
}
