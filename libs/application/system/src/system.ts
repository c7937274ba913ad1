import { Attachment1735689600004, Attachments, Folder, S3 } from '@lookback/log/attachment';
import { type Database, openDatabase, type Sentence } from '@lookback/log/database';
import {
  EventLog1796083200001,
  EventStoreNumbers1796083200002,
  type LogCorrupted,
  openEventStore,
  postgresStore,
  WatchedLog,
} from '@lookback/log/event-log';
import { BrokenPlaces, Projector } from '@lookback/log/read-model';
import { Keys, Vault, Vault1735689600000 } from '@lookback/log/vault';
import { Session1764374400000 } from '@lookback/office/access';
import { FormerStayRow, type Parts, SubjectRow, subjectsModel } from '@lookback/office/desk';
import { CorrectionRequestRow, proposalsModel, ProposalRow } from '@lookback/office/four-eyes';
import { RegionDirectory } from '@lookback/office/registry';
import { journal, JournalRow } from '@lookback/review/history';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { product } from './parts.js';
import type { Settings } from './settings.js';

/** What the product's database is made of. */
export const migrations = [
  Vault1735689600000,
  EventLog1796083200001,
  EventStoreNumbers1796083200002,
  Attachment1735689600004,
  Session1764374400000,
];

/** What everything stands on: the database, the keys, the log, and the read models' runner (not yet started). */
export interface System {
  /** The kinds of subjects that it has. */
  readonly parts: Parts;
  /** Tells its log from any other. */
  readonly origin: string;
  readonly database: Database;
  readonly keys: Keys;
  readonly log: WatchedLog;
  readonly attachments: Attachments;
  readonly projector: Projector;
  readonly broken: BrokenPlaces;
  readonly regions: RegionDirectory;
  close(): Promise<void>;
}

interface Options {
  /** The product's own, unless others are named. */
  readonly parts?: Parts;
  /** Told what was found when the log was reached. */
  readonly onFound?: (found: Sentence) => void;
  /** Told when the projector stops following, or follows again. */
  readonly onCondition?: (condition: string, error?: string) => void;
  /** Told where the log was found to be broken, each time. */
  readonly onBroken?: (broken: LogCorrupted) => void;
}

/** Opens all of it, migrated. Throws DatabaseUnavailable, UnsupportedDatabase, EventStoreUnavailable, UnsupportedEventStore or InvalidKey. */
export async function openSystem(settings: Settings, { parts = product, ...listener }: Options = {}): Promise<System> {
  await mkdir(settings.data, { recursive: true, mode: 0o700 });
  const database = await openDatabase(settings, {
    migrations,
    entities: [...parts.tables, SubjectRow, FormerStayRow, ProposalRow, CorrectionRequestRow, JournalRow],
  });
  try {
    return await over(database, settings, { ...listener, parts });
  } catch (error) {
    await database.close();
    throw error;
  }
}

type Mounted = Options & { readonly parts: Parts };

async function over(database: Database, settings: Settings, { parts, ...listener }: Mounted): Promise<System> {
  const { eventStore, masterKeyFile: master, commitKeyFile: commit, namesKey: names } = settings;
  const store = await (eventStore ? openEventStore(eventStore, database.pool) : postgresStore(database.pool));
  try {
    for (const found of store.found) listener.onFound?.(found);
    const isEmpty = await store.isEmpty();
    const keys = await Keys.open({ master, commit, names }, await store.identity(), isEmpty);
    const vault = new Vault(database.pool, keys);
    const places = new BrokenPlaces(database.readModels);
    const log = new WatchedLog(store.open(parts.catalogue, vault, keys), (broken) => {
      listener.onBroken?.(broken);
      places.remember(broken).catch(() => undefined); // the next reader that meets it reports it again
    });
    const projections = [...parts.models(keys), subjectsModel(parts.subjects), proposalsModel(parts.subjects), journal];
    const projector = new Projector({ log, origin: store.origin, database: database.readModels, projections, ...listener });
    const regions = await RegionDirectory.load(log);
    const adoptions = log.subscribe({ after: await log.head(), types: ['RegionsAdopted'], onBroken: () => undefined }, () =>
      regions.refresh(),
    );
    const close = async () => {
      await Promise.all([projector.stop(), adoptions.stop()]);
      await store.close();
      await database.close();
    };
    const attachments = attachmentsOver(settings, database, vault);
    return { parts, origin: store.origin, database, keys, log, attachments, projector, broken: places, regions, close };
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** Milliseconds that a scanner may take after the last byte of a file. */
const scannerPatience = 60_000;

function attachmentsOver(
  { attachments: { folder, bucket }, attachmentBytes, attachmentBytesPerDay, scanner }: Settings,
  { pool }: Database,
  vault: Vault,
): Attachments {
  return new Attachments({
    pool,
    vault,
    blobs: bucket ? new S3(bucket) : new Folder(folder),
    quota: attachmentBytesPerDay,
    intake: {
      folder: join(folder, 'incoming'),
      limit: attachmentBytes,
      ...(scanner && { scanner: { command: scanner, timeoutMs: scannerPatience } }),
    },
  });
}
