import { openDatabase } from '@lookback/log/database';
import { Vault1735689600000 } from '@lookback/log/vault';
import { expect, it } from '@jest/globals';
import { opened } from '../opened.contract.js';
import { catalogue, commit, counts, stream } from '../told.contract.js';
import { AppendAtOnce1764201600000 } from './append-at-once.migration.js';
import { EventLog1735689600001 } from './event-log.migration.js';
import { openPostgres } from './postgres.contract.js';

const opening = opened(() => openPostgres(catalogue));
const many = () => opening.it.log.appendMany([1, 2].map((n) => commit(stream(`m${String(n)}`), 0, counts(n, n))));

it('a log that was opened when each commit was weighed by itself appends at once when it is opened today', async () => {
  const { database } = opening.it;
  await database.ownerPool.query(`DROP FUNCTION log.append;
    CREATE FUNCTION log.append(streams text, revisions int[], ids text, types text, versions smallint[], salts bytea, macs text, datas text, metadatas text)
    RETURNS int LANGUAGE sql AS 'SELECT 1'`);
  await expect(many()).rejects.toMatchObject({ code: '42883' });
  const migrations = [Vault1735689600000, EventLog1735689600001, AppendAtOnce1764201600000];
  await (await openDatabase({ data: '', ...database.urls }, { migrations, entities: [] })).close();
  expect(await many()).toMatchObject([{ revision: 2 }, { revision: 2 }]);
});
