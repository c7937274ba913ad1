import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Served, served } from '../../../apps/server/src/serve.js';
import { settingsFrom } from '@lookback/application/system';
import { actsOfAnyDayOn } from '../../support/acts-of-any-day.js';
import type { Urls } from '../databases.js';
import type { Measured } from '../measured.js';

let listening: (Served & { readonly data: string }) | undefined;

/** The whole server, as `npm start` runs it, on a database; says where it listens and the first administrator's password. */
export async function openOffice({ databaseUrl, ownerUrl }: Urls): Promise<Measured> {
  const data = await mkdtemp(join(tmpdir(), 'lookback-bench-'));
  const env = { LOOKBACK_DATA: data, LOOKBACK_DATABASE_URL: databaseUrl, LOOKBACK_OWNER_URL: ownerUrl, LOOKBACK_PORT: '0' };
  let password: string | undefined;
  const { url, stop } = await served(settingsFrom(env), (told) => (password = told));
  await actsOfAnyDayOn(settingsFrom(env));
  listening = { url, stop, data };
  return { operations: 0, rate: 0, cpu: 0, url, password };
}

export async function closeOffice(): Promise<void> {
  if (!listening) return;
  const { stop, data } = listening;
  listening = undefined;
  await stop();
  await rm(data, { recursive: true });
}
