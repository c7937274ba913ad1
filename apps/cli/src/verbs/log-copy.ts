import { openAsOwner, type Owned } from '@lookback/log/database';
import { copyLog, type LogStore, openEventStore, postgresStore } from '@lookback/log/event-log';
import { copyDataKeys, Keys } from '@lookback/log/vault';
import { eventStoreAt, migrations, type Settings, settingsFrom } from '@lookback/application/system';
import { WrongUsage } from '../finish.js';
import { answer, answerJson, progress, say } from '../output.js';
import { stoppable } from '../stoppable.js';

interface Told {
  readonly from: string;
  readonly to: string;
  readonly json?: boolean;
}

/** Copies a log, and the wrapped keys of what is sealed in it. Nothing may be serving either meanwhile. */
export async function logCopyVerb({ from, to, json = false }: Told): Promise<void> {
  const settings = settingsFrom(process.env);
  const source = await entered(from, '--from', settings);
  try {
    const target = await entered(to, '--to', settings);
    try {
      const copied = await copy(source, target, settings);
      if (json) answerJson(copied);
      else
        answer(
          `${copied.entries} entries, equal one by one; ${copied.brought} brought now, ${copied.keys} keys; digest of all leaves ${copied.digest}`,
        );
    } finally {
      await target.leave();
    }
  } finally {
    await source.leave();
  }
}

interface Entered {
  readonly store: LogStore;
  readonly owned: Owned;
  leave(): Promise<void>;
}

async function copy(source: Entered, target: Entered, { masterKeyFile, commitKeyFile }: Settings) {
  const keys = await Keys.open({ master: masterKeyFile, commit: commitKeyFile }, await source.store.identity(), false);
  const filling = await target.store.fill(target.owned.pool);
  const dataKeys = await copyDataKeys(source.owned.pool, target.owned.pool);
  const onProgress = (entries: number) => progress(`${entries} entries`);
  const copied = await stoppable((signal) => copyLog(source.store, filling, { keys, signal, onProgress }));
  progress('');
  return { ...copied, keys: dataKeys };
}

async function entered(log: string, option: string, settings: Settings): Promise<Entered> {
  const kind = /^(database$|postgres(?:ql)?:|esdb(?:\+discover)?:)/.exec(log)?.[1];
  if (kind === undefined) throw new WrongUsage(`${option} is "${log.split('@').at(-1)}"; it must be database, postgres://… or esdb://…`);
  const owned = await openAsOwner(kind.startsWith('postgres') ? log : settings, migrations);
  try {
    const store = kind.startsWith('esdb') ? await openEventStore(eventStoreAt(log, process.env), owned.pool) : postgresStore(owned.pool);
    for (const { en, zh } of store.found) say(`${en} ${zh}`);
    const leave = async () => {
      await store.close();
      await owned.close();
    };
    return { store, owned, leave };
  } catch (error) {
    await owned.close();
    throw error;
  }
}
