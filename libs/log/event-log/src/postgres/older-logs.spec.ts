import { openDatabase } from '@lookback/log/database';
import { Vault1735689600000 } from '@lookback/log/vault';
import { describe, expect, it } from '@jest/globals';
import { opened } from '../opened.contract.js';
import { catalogue, commit, counts, stream } from '../told.contract.js';
import { AppendAtOnce1764288000000 } from './append-at-once.migration.js';
import { EventLog1735689600001 } from './event-log.migration.js';
import { openPostgres } from './postgres.contract.js';
import { ReadByCopy1764230400000 } from './read-by-copy.migration.js';

const migrations = [Vault1735689600000, EventLog1735689600001, AppendAtOnce1764288000000, ReadByCopy1764230400000];

describe('a log of an older release, opened today', () => {
  const opening = opened(() => openPostgres(catalogue));
  const many = () => opening.it.log.appendMany([1, 2].map((n) => commit(stream(`m${String(n)}`), 0, counts(n, n))));
  const read = () => opening.it.log.readStream(stream('m1'));
  const missing = { code: '42883' };

  it('that weighed each commit by itself, and read streams by a statement of its own, appends at once and reads by COPY', async () => {
    const { database } = opening.it;
    await database.ownerPool.query(`DROP FUNCTION log.append, log.pieces;
      CREATE FUNCTION log.append(streams text, revisions int[], ids text, types text, versions smallint[], salts bytea, macs text, datas text, metadatas text)
      RETURNS int LANGUAGE sql AS 'SELECT 1'`);
    await expect(many()).rejects.toMatchObject(missing);
    await expect(read()).rejects.toMatchObject(missing);
    await (await openDatabase({ data: '', ...database.urls }, { migrations, entities: [] })).close();
    expect(await many()).toMatchObject([{ revision: 2 }, { revision: 2 }]);
    expect(await read()).toHaveLength(2);
  });
});
