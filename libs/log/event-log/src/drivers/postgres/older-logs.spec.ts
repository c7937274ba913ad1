import { openDatabase } from '@lookback/log/database';
import { Vault1735689600000 } from '@lookback/log/vault';
import { describe, expect, it } from '@jest/globals';
import { opened } from '../../contract/opened.fixture.js';
import { catalogue, commit, counts, stream } from '../../contract/events.fixture.js';
import { AppendAtOnce1764288000000 } from './append-at-once.migration.js';
import { EventLog1735689600001 } from './event-log.migration.js';
import { openPostgres } from './postgres.fixture.js';
import { ReadByCopy1764230400000 } from './read-by-copy.migration.js';

const migrations = [Vault1735689600000, EventLog1735689600001, AppendAtOnce1764288000000, ReadByCopy1764230400000];

describe('a log of an older release, opened today', () => {
  const opening = opened(() => openPostgres(catalogue));
  const one = () => opening.it.log.append(commit(stream('one'), 0, counts(1)));
  const many = () => opening.it.log.appendMany([1, 2].map((n) => commit(stream(`m${String(n)}`), 0, counts(n, n))));
  const read = () => opening.it.log.readStream(stream('m1'));
  const missing = { code: '42883' };

  it('that looked first where streams stood, and read them by a statement of its own, appends at once and reads by COPY', async () => {
    const { database } = opening.it;
    await database.ownerPool.query(`DROP FUNCTION log.append, log.append_one, log.refuse_moved, log.lacks_room, log.pieces;
      CREATE FUNCTION log.append(streams text, revisions int[], ids text, types text, versions smallint[], salts bytea, macs text, datas text, metadatas text)
      RETURNS int LANGUAGE sql AS 'SELECT 1';
      CREATE FUNCTION log.append_one(into_stream text, INOUT revision int) LANGUAGE sql AS 'SELECT 1';
      CREATE OR REPLACE TRIGGER only_forward BEFORE UPDATE ON log.stream FOR EACH ROW
        WHEN (NEW.revision <= OLD.revision) EXECUTE FUNCTION log.refuse_change()`);
    for (const asking of [one, many, read]) await expect(asking()).rejects.toMatchObject(missing);
    await (await openDatabase({ data: '', ...database.urls }, { migrations, entities: [] })).close();
    expect(await one()).toMatchObject({ revision: 1 });
    expect(await many()).toMatchObject([{ revision: 2 }, { revision: 2 }]);
    expect(await read()).toHaveLength(2);
    const { rows } = await database.ownerPool.query(
      `SELECT pg_get_triggerdef(oid) AS trigger, tgenabled AS enabled FROM pg_trigger WHERE tgname = 'only_forward'`,
    );
    expect(rows).toEqual([1, 2].map(() => ({ trigger: expect.stringContaining(' AFTER UPDATE '), enabled: 'A' })));
  });
});
