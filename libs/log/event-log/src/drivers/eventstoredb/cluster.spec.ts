import { expect, it } from '@jest/globals';
import { catalogue, commit, counts, stream } from '../../contract/events.fixture.js';
import { freshLog, openOnEventStore, withEventStore } from './eventstore.fixture.js';

const cluster = process.env['EVENTSTORE_CLUSTER_URL'] ?? '';

const specs = () => {
  it('is asked at its leader once it was looked at: what was recorded is read at once', async () => {
    const under = await openOnEventStore(catalogue, { ...freshLog(), url: `${cluster}&nodePreference=follower` });
    expect(await under.log.probe()).toBe('recording');
    const read: number[] = [];
    for (let n = 0; n < 200; n++) {
      await under.log.append(commit(stream(`at-once-${String(n)}`), 0, counts(1)));
      read.push((await under.log.readStream(stream(`at-once-${String(n)}`))).length);
    }
    expect(read).toEqual(read.map(() => 1));
    await under.close();
  });
};

withEventStore('a cluster of EventStoreDB', specs, 'EVENTSTORE_CLUSTER_URL');
