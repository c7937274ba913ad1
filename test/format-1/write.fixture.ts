// Writes the example of format 1 into an empty database and says what is stored: node --import libs/testing/loader/register.mjs \
//   test/format-1/write.fixture.ts '{"databaseUrl":"…","ownerUrl":"…"}'. Salts, nonces and keys follow from a counter, so that the bytes are alike each time.
import crypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';

let drawn = 0;
crypto.randomFillSync = ((buffer: Buffer) => {
  for (let at = 0; at < buffer.length; at += 32)
    crypto
      .createHash('sha256')
      .update(`lookback format 1, ${String(drawn++)}`)
      .digest()
      .copy(buffer, at);
  return buffer;
}) as typeof crypto.randomFillSync;
syncBuiltinESMExports();

const { openDatabase } = await import('@lookback/log/database');
const { postgresStore } = await import('@lookback/log/event-log');
const { Vault } = await import('@lookback/log/vault');
const { catalogue } = await import('./events.js');
const { exampleCommits, exampleKeys } = await import('./commits.js');
const { lineOf } = await import('./stored-lines.js');

const database = await openDatabase({ data: '', ...(JSON.parse(process.argv[2] ?? '') as object) }, { migrations: [], entities: [] });
const keys = exampleKeys();
const store = postgresStore(database.pool);
const log = store.open(catalogue, new Vault(database.pool, keys), keys);
for (const commit of exampleCommits(keys)) await log.append(commit);
const lines: string[] = [];
for await (const entries of store.stored(0)) lines.push(...entries.map(lineOf));
const { rows } = await database.pool.query<{ owner: string; alg: string; wrapped: Buffer; key_id: string }>(
  'SELECT owner, alg, wrapped, key_id FROM vault.data_key ORDER BY owner',
);
const dataKeys = rows.map(({ owner, alg, wrapped, key_id: masterId }) =>
  JSON.stringify({ owner, alg, masterId, wrapped: wrapped.toString('hex') }),
);
process.stdout.write(JSON.stringify({ lines, dataKeys }));
await database.close();
