// EVENTSTORE_SECURED_URL names a server with TLS and an account outside $admins, EVENTSTORE_SECURED_OWNER_URL the same with one of $admins.
import { EventStoreDBClient } from '@eventstore/db-client';
import { expect, it } from '@jest/globals';
import { Vault } from '@lookback/log/vault';
import { catalogue, commit, counts, stream } from '../../contract/events.fixture.js';
import { keysOfTests } from '../../contract/write-elsewhere.fixture.js';
import { UnsupportedEventStore } from './errors.js';
import { freshLog, numbering, withEventStore } from './eventstore.fixture.js';
import { openEventStore } from './open.js';

withEventStore('EventStoreDB without accounts', () => {
  const isSecured = process.env['EVENTSTORE_URL']?.includes('@');

  (isSecured ? it.skip : it)('is said to refuse nothing, and what would make it do so', async () => {
    const database = await numbering();
    const store = await openEventStore(freshLog(), database.pool);
    expect(store.found).toMatchObject([
      { en: expect.stringMatching(/lets the application delete streams: .*LOOKBACK_EVENTSTORE_OWNER_URL/) },
    ]);
    await Promise.all([store.close(), database.drop()]);
  });
});

const secured = () => {
  const [url, ownerUrl] = [process.env['EVENTSTORE_SECURED_URL'] ?? '', process.env['EVENTSTORE_SECURED_OWNER_URL'] ?? ''];

  it('refuses the application deletion and retention settings once an owner has set the rights, and says so; what it may do it does', async () => {
    const [database, { log }] = [await numbering(), freshLog()];
    await (await openEventStore({ url, ownerUrl, log }, database.pool)).close();
    const store = await openEventStore({ url, log }, database.pool);
    expect(store.found).toMatchObject([{ en: expect.stringMatching(/refuses the application deletion and retention settings/) }]);
    const keys = keysOfTests();
    const open = store.open(catalogue, new Vault(database.pool, keys), keys);
    await open.append(commit(stream('a'), 0, counts(1)));
    const application = EventStoreDBClient.connectionString(url);
    for (const refused of [
      () => application.deleteStream(`${log}.household-a`),
      () => application.tombstoneStream(`${log}.household-a`),
      () => application.setStreamMetadata(`${log}.household-a`, { maxCount: 1 }),
      () => application.setStreamMetadata('$all', { acl: {} }),
    ])
      await expect(refused()).rejects.toMatchObject({ type: 'access-denied' });
    expect(await open.readStream(stream('a'))).toHaveLength(1);
    await Promise.all([application.dispose(), store.close(), database.drop()]);
  });

  it('says of a wrong password which setting to correct, and not the password', async () => {
    const database = await numbering();
    const wrong = url.replace(/:[^:@/]*@/, ':mistyped@');
    const refused = openEventStore({ url: wrong, log: freshLog().log }, database.pool);
    await expect(refused).rejects.toThrow(UnsupportedEventStore);
    await expect(refused).rejects.toThrow(/refused the user or the password in LOOKBACK_EVENTSTORE_URL(?!.*mistyped)/);
    await database.drop();
  });
};

withEventStore('EventStoreDB with accounts', secured, 'EVENTSTORE_SECURED_URL');
