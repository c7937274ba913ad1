import { BACKWARDS, END, ErrorType, type EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { setTimeout as delay } from 'node:timers/promises';
import type { Streams } from './streams.js';

/** Milliseconds in which a server that records says so. */
const patience = 4_000;

/** No stream stands there: an append after it is refused, and only by a server that would take another. */
const never = 2n ** 62n;

/** Whether the server answers, and would record now: without a quorum it is read, and nothing is recorded. @throws LogUnavailable */
export async function probe({ server, prefix }: Streams): Promise<'up' | 'not recording'> {
  try {
    for await (const _ of server.client.readAll({ direction: BACKWARDS, fromPosition: END, maxCount: 1 }));
  } catch (error) {
    throw server.explained(error);
  }
  const records = await Promise.race([wouldRecord(server.client, `${prefix}rights`), delay(patience, false, { ref: false })]);
  return records ? 'up' : 'not recording';
}

const wouldRecord = (client: EventStoreDBClient, stream: string): Promise<boolean> =>
  client.appendToStream(stream, jsonEvent({ type: 'Probe', data: {} }), { expectedRevision: never }).then(
    () => true,
    (error: unknown) => (Object(error) as { type?: unknown }).type === ErrorType.WRONG_EXPECTED_VERSION,
  );
