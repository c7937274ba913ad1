import { BACKWARDS, END, ErrorType, type EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { setTimeout as delay } from 'node:timers/promises';
import type { Streams } from './streams.js';

/** Milliseconds in which a server that records says so. */
const patience = 4_000;

/** No stream stands there: an append after it is refused, and only by a server that would take another. */
const never = 2n ** 62n;

/** Whether the server answers, and would record now: without a quorum it is read, and nothing is recorded. @throws LogUnavailable */
export async function probe({ server, prefix }: Streams): Promise<'recording' | 'not recording'> {
  const { client } = server;
  await newest(client).catch((error: unknown) => {
    throw server.explained(error);
  });
  const records = await Promise.race([wouldRecord(client, `${prefix}rights`), delay(patience, false, { ref: false })]);
  if (!records) return 'not recording';
  await fromLeader(client);
  return 'recording';
}

async function newest(client: EventStoreDBClient, options: { readonly requiresLeader?: boolean } = {}): Promise<void> {
  for await (const _ of client.readAll({ direction: BACKWARDS, fromPosition: END, maxCount: 1, ...options }));
}

/**
 * A node that follows is behind: what was just recorded is not read there. Where one is at the other end, as another leads since, the
 * library goes over to the leader once it is told. Nobody is asked where none may lead: the one node that is left would be given up.
 */
const fromLeader = (client: EventStoreDBClient): Promise<void> => newest(client, { requiresLeader: true }).catch(() => undefined);

const wouldRecord = (client: EventStoreDBClient, stream: string): Promise<boolean> =>
  client.appendToStream(stream, jsonEvent({ type: 'Probe', data: {} }), { expectedRevision: never }).then(
    () => true,
    (error: unknown) => (Object(error) as { type?: unknown }).type === ErrorType.WRONG_EXPECTED_VERSION,
  );
