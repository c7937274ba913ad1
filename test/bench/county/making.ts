import { type Settings, settingsFrom, migrations, product } from '@lookback/application/system';
import { openAsOwner } from '@lookback/log/database';
import { Codec, loadInto, postgresStore, type StoredEntry } from '@lookback/log/event-log';
import { copyDataKeys, Keys, Vault } from '@lookback/log/vault';
import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { served } from '../../../apps/server/src/serve.js';
import { asker } from '../../support/asking.js';
import { type Staff, staffed } from '../../support/staff.js';
import { type Measured, timed } from '../measured.js';
import { countyEntries, type Size } from './entries.js';

/** The settings of a server whose data lie in a folder. */
export const settingsIn = (folder: string): Settings => settingsFrom({ LOOKBACK_DATA: folder, LOOKBACK_PORT: '0' });

/** Who works in a county that is kept in a folder. */
export const staffIn = (folder: string): string => join(folder, 'staff.json');

/** The office as it begins: divisions, standards, units, officials and their accounts; its log is the beginning of the county's. */
async function officeIn(folder: string): Promise<Staff> {
  let password = '';
  const { url = '', stop } = await served(settingsIn(folder), (told) => (password = told));
  const staff = await staffed(asker(url), password);
  await stop();
  return staff;
}

/** Milliseconds: the office was there before the county's first day began. */
const beganAt = Date.UTC(2014, 0, 1);

/** Makes a county of such a size in an empty folder: an office by its own server, then seven years by the owner's bulk load. */
export async function madeIn(folder: string, size: Size): Promise<Measured> {
  const office = join(folder, 'office');
  await mkdir(office, { mode: 0o700 });
  const staff = await officeIn(office);
  const files = settingsIn(folder);
  const theirs = settingsIn(office);
  await copyFile(theirs.masterKeyFile, files.masterKeyFile);
  await copyFile(theirs.commitKeyFile, files.commitKeyFile);
  const [source, target] = [await openAsOwner(theirs, migrations), await openAsOwner(files, migrations)];
  try {
    const store = postgresStore(source.pool);
    const keys = await Keys.open({ master: files.masterKeyFile, commit: files.commitKeyFile }, await store.identity(), false);
    await copyDataKeys(source.pool, target.pool);
    const codec = new Codec(product.catalogue, new Vault(target.pool, keys), keys);
    const told = await timed(() => loadInto(target.pool, theWhole(store.stored(0), size, codec)));
    await target.pool.query('VACUUM ANALYZE log.entry, log.stream');
    await writeFile(staffIn(folder), JSON.stringify(staff), { mode: 0o600 });
    return { ...told, perHousehold: (told.operations / size.households).toFixed(1) };
  } finally {
    await Promise.all([source.close(), target.close()]);
  }
}

async function* theWhole(office: AsyncIterable<readonly StoredEntry[]>, size: Size, codec: Codec): AsyncGenerator<readonly StoredEntry[]> {
  let last = 0;
  for await (const some of office) {
    yield some.map((entry) => Object.assign(entry, { recordedAt: new Date(beganAt + entry.position) }));
    last = some.at(-1)?.position ?? last;
  }
  yield* countyEntries(size, codec, last);
}
