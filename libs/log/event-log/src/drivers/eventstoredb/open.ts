import { setTimeout as delay } from 'node:timers/promises';
import type { Pool } from 'pg';
import type { LogIdentity } from '@lookback/log/vault';
import { identityIn } from '../../format/identity.js';
import { type LogStore, unfinished } from '../../port/log-store.js';
import { proposedIdentity } from '../proposed-origin.js';
import { LogCorrupted } from '../../port/errors.js';
import { EventStoreUnavailable, UnsupportedEventStore } from './errors.js';
import type { StoredEntry } from '../../port/stored-entry.js';
import { EventStoreEventLog } from './eventstore-event-log.js';
import { fillEventStore } from './eventstore-filling.js';
import { Numbering } from './numbering.js';
import { NumberStore } from './numbers.store.js';
import { protect } from './protection.js';
import { EventStoreServer } from './server.js';
import { Streams } from './streams.js';
import { newestAfter, pageOf } from './all-stream.js';

/** Where EventStoreDB is, and which of the logs there is meant; validated settings of the whole program are passed in. */
export interface EventStoreSettings {
  /** The application's connection string (LOOKBACK_EVENTSTORE_URL). */
  readonly url: string;
  /** That of one of its administrators (LOOKBACK_EVENTSTORE_OWNER_URL), who sets the rights. */
  readonly ownerUrl?: string | undefined;
  /** What the log's streams begin with (LOOKBACK_EVENTSTORE_LOG). */
  readonly log: string;
}

/**
 * Reaches the log on EventStoreDB whose entries the database numbers; sets the rights where an owner is known, and looks what they are.
 * @throws EventStoreUnavailable, UnsupportedEventStore, LogCorrupted where the server lacks what the database has numbered.
 */
export async function openEventStore({ url, ownerUrl, log }: EventStoreSettings, pool: Pool): Promise<LogStore> {
  const server = EventStoreServer.join(url);
  const streams = new Streams(server, log);
  const numbers = new NumberStore(pool);
  try {
    const found = await inTime(server, protect(streams, ownerUrl));
    await requireOwn(numbers, log);
    await inTime(server, requireThere(streams, numbers));
    const parts = { streams, numbers, pool };
    return {
      origin: `eventstoredb/${log}`,
      found: [found],
      isEmpty: () => isEmpty(streams, numbers),
      identity: () => identityOf(streams, pool),
      stored: (after) => storedAfter(streams, numbers, after),
      open: (catalogue, vault, keys) => new EventStoreEventLog({ ...parts, catalogue, vault, keys }),
      fill: (owner) => fillEventStore(streams, numbers, owner),
      close: () => server.leave(),
    };
  } catch (error) {
    await server.leave();
    throw error;
  }
}

/** Milliseconds that a server may take to answer a process that starts. */
const patience = 20_000;

/** @throws EventStoreUnavailable where the server is there, and says nothing. */
function inTime<T>(server: EventStoreServer, asking: Promise<T>): Promise<T> {
  const late = delay(patience, undefined, { ref: false }).then(() => {
    throw new EventStoreUnavailable(server.place, new Error('no answer'));
  });
  return Promise.race([asking, late]);
}

async function requireOwn(numbers: NumberStore, log: string): Promise<void> {
  const other = await numbers.log(log);
  if (other === log) return;
  throw new UnsupportedEventStore({
    en: `The database numbers the log "${other}" of EventStoreDB, not "${log}". Correct LOOKBACK_EVENTSTORE_LOG, or give it a database of its own.`,
    zh: `该数据库为 EventStoreDB 的日志“${other}”编号，而不是“${log}”。请更正 LOOKBACK_EVENTSTORE_LOG，或为其另设数据库。`,
  });
}

async function isEmpty(streams: Streams, numbers: NumberStore): Promise<boolean> {
  if ((await numbers.head()).number === 0 && (await numbers.placeOf(1)) !== undefined) throw unfinished();
  return (await newestAfter(streams, 0)).newest === undefined;
}

async function identityOf(streams: Streams, pool: Pool): Promise<LogIdentity> {
  const { entries } = await pageOf(streams, { after: 0, upTo: Infinity }, 1);
  return entries[0] ? identityIn(entries[0]) : proposedIdentity(pool);
}

async function* storedAfter(streams: Streams, numbers: NumberStore, number: number): AsyncGenerator<readonly StoredEntry[]> {
  const numbering = new Numbering(streams, numbers);
  const { newest = 0 } = await newestAfter(streams, 0);
  if (newest > 0) yield* numbering.all({ after: number, upTo: await numbering.positionAt(newest) });
}

/** Somebody may have begun a server anew beneath its numbers. */
async function requireThere(streams: Streams, numbers: NumberStore): Promise<void> {
  const { place, number } = await numbers.head();
  if (place === 0) return;
  const { newest = 0 } = await newestAfter(streams, 0);
  if (newest < place) throw new LogCorrupted('missing', { position: number });
}
