import { CommitKeys, Keys } from '@lookback/log/vault';
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { EventStoreSettings } from '../drivers/eventstoredb/open.js';
import type { Acknowledged } from './writing.fixture.js';

const root = new URL('../../../../../', import.meta.url);
const master = '1'.repeat(64);
const commit = `k1 ${'2'.repeat(64)}`;

/** The keys of a log under test, in whichever process. */
export const keysOfTests = () =>
  new Keys(Buffer.from(master, 'hex'), CommitKeys.parse(commit, 'told', { origin: 'lookback-spec', epoch: 1 }));

/** What a writer in a process of its own is told. */
export interface WriterTold {
  readonly urls: { readonly databaseUrl: string; readonly ownerUrl: string };
  readonly eventStore?: EventStoreSettings;
  readonly master: string;
  readonly commit: string;
  readonly writer: string;
  readonly commits: number;
}

/** Runs `writeMany` in a process of its own. */
export async function writeElsewhere(told: Omit<WriterTold, 'master' | 'commit'>): Promise<Acknowledged[]> {
  const loader = new URL('libs/testing/loader/register.mjs', root).href;
  const writer = fileURLToPath(new URL('writer.fixture.ts', import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', loader, writer, JSON.stringify({ ...told, master, commit })]);
  return JSON.parse(stdout) as Acknowledged[];
}
