import { HelperRow, helpers, householdProblems, HouseholdRow, households, PersonRow } from '@lookback/case/household';
import { ProblemRow } from '@lookback/case/rectification';
import { Attachment1735689600004, Attachments, Folder, S3 } from '@lookback/log/attachment';
import { type Database, openDatabase } from '@lookback/log/database';
import { type EventLog, EventLog1735689600001, headOf, PostgresEventLog } from '@lookback/log/event-log';
import { Projector } from '@lookback/log/read-model';
import { Keys, Vault, Vault1735689600000 } from '@lookback/log/vault';
import { AccountRow, accounts } from '@lookback/office/access';
import { OfficialRow, officials, RegionDirectory, UnitRow, units } from '@lookback/office/registry';
import { journal, JournalRow } from '@lookback/review/history';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { catalogue } from './catalogue.js';
import type { Settings } from './settings.js';

/** What everything stands on: the database, the keys, the log, and the read models' runner (not yet started). */
export interface System {
  readonly database: Database;
  readonly keys: Keys;
  readonly log: EventLog;
  readonly attachments: Attachments;
  readonly projector: Projector;
  readonly regions: RegionDirectory;
  close(): Promise<void>;
}

interface Listener {
  /** Told when the projector stops following, or follows again. */
  readonly onCondition?: (condition: string, error?: string) => void;
}

/** Opens all of it, migrated. Throws DatabaseUnavailable, DatabaseUnfit or KeyUnfit. */
export async function openSystem(settings: Settings, { onCondition }: Listener = {}): Promise<System> {
  const { data, databaseUrl, ownerUrl } = settings;
  await mkdir(data, { recursive: true, mode: 0o700 });
  const database = await openDatabase(
    { data, databaseUrl, ownerUrl },
    {
      migrations: [Vault1735689600000, EventLog1735689600001, Attachment1735689600004],
      entities: [HouseholdRow, PersonRow, HelperRow, ProblemRow, OfficialRow, UnitRow, AccountRow, JournalRow],
    },
  );
  try {
    const keys = await Keys.open({ master: settings.masterKeyFile, commit: settings.commitKeyFile }, (await headOf(database.pool)) === 0);
    const vault = new Vault(database.pool, keys);
    const log = new PostgresEventLog(database.pool, catalogue, vault, keys);
    const projector = new Projector({
      log,
      database: database.readModels,
      projections: [households(keys), helpers, officials(keys), units, accounts, householdProblems, journal],
      ...(onCondition && { onCondition }),
    });
    const regions = await RegionDirectory.of(log);
    const adoptions = log.subscribe({ after: await log.head(), types: ['RegionsAdopted'] }, () => regions.refresh());
    const close = async () => {
      await Promise.all([projector.stop(), adoptions.stop()]);
      await database.close();
    };
    return { database, keys, log, attachments: attachmentsOver(settings, database, vault), projector, regions, close };
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** Milliseconds that a scanner may take after the last byte of a file. */
const scannerPatience = 60_000;

function attachmentsOver(
  { attachments: { folder, bucket }, attachmentBytes, scanner }: Settings,
  { pool }: Database,
  vault: Vault,
): Attachments {
  return new Attachments({
    ...{ pool, vault, blobs: bucket ? new S3(bucket) : new Folder(folder) },
    intake: {
      folder: join(folder, 'incoming'),
      limit: attachmentBytes,
      ...(scanner && { scanner: { command: scanner, timeoutMs: scannerPatience } }),
    },
  });
}
