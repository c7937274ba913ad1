import { EventStoreDBClient, type StreamMetadata } from '@eventstore/db-client';
import { expect, it } from '@jest/globals';
import type { LogCorrupted } from '../../port/errors.js';
import { opened } from '../../contract/opened.fixture.js';
import { catalogue, commit, counts, stream } from '../../contract/events.fixture.js';
import { openOnEventStore, withEventStore } from './eventstore.fixture.js';

/** What keeps only some of a stream's three entries. */
const retentions: readonly (readonly [which: string, StreamMetadata])[] = [
  ['the first', { truncateBefore: 1 }],
  ['all', { truncateBefore: 3 }],
  ['all but the last', { maxCount: 1 }],
];

withEventStore('a stream of which somebody had EventStoreDB forget', () => {
  const opening = opened(() => openOnEventStore(catalogue));

  it.each(retentions)('%s is broken to whoever reads it', async (which, metadata) => {
    const { log, settings } = opening.it;
    const [forgotten, other] = [stream(which.replaceAll(' ', '')), stream(`beside-${which.length.toString()}`)];
    await log.append(commit(forgotten, 0, counts(1, 2, 3)));
    await log.append(commit(other, 0, counts(1)));
    const client = EventStoreDBClient.connectionString(settings.url);
    await client.setStreamMetadata(`${settings.log}.${forgotten}`, metadata);
    await client.dispose();
    await expect(opening.it.another().readStream(forgotten)).rejects.toMatchObject({ kind: 'missing', stream: forgotten, revision: 1 });
    const [told, given]: [LogCorrupted[], string[]] = [[], []];
    for await (const streams of log.readByStream({ upTo: await log.head(), onBroken: (broken) => told.push(broken) }))
      given.push(...streams.flatMap(([first]) => first?.stream ?? []));
    expect(told).toContainEqual(expect.objectContaining({ kind: 'missing', stream: forgotten, revision: 1 }));
    expect([given.includes(forgotten), given.includes(other)]).toEqual([false, true]);
  });
});
