import { Reactor } from '@lookback/log/reactor';
import { type Part, Parts, SystemClock } from '@lookback/office/desk';
import { testDatabase } from '@lookback/testing';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Pool } from 'pg';
import { firstStart, openSystem, productParts, type Settings, settingsFrom, type System } from '@lookback/application/system';
import { httpApp } from '../../apps/server/src/http-app.js';
import { actsOfAnyDay } from './acts-of-any-day.js';
import { type Ask, asker } from './asking.js';
import { settingsOf, type Where } from './logs.js';

/** A database of one spec and a folder for its keys. */
export interface Premises {
  readonly settings: Settings;
  /** What a child process needs to work on the same premises. */
  readonly env: Readonly<Record<string, string>>;
  /** As the owner, for what the application may not do. */
  readonly owner: Pool;
  drop(): Promise<void>;
}

/** Fresh ones: nobody has opened a log there yet. */
export async function premises(where: Where = 'PostgreSQL'): Promise<Premises> {
  const own = await testDatabase({ migrations: [], entities: [] });
  const data = await mkdtemp(join(tmpdir(), 'lookback-office-'));
  const { databaseUrl, ownerUrl } = own.urls;
  const database = { LOOKBACK_DATA: data, LOOKBACK_DATABASE_URL: databaseUrl, LOOKBACK_OWNER_URL: ownerUrl };
  const env = { ...database, ...settingsOf(where), LOOKBACK_PORT: '0' };
  const drop = async () => {
    await own.drop();
    await rm(data, { recursive: true, force: true });
  };
  return { settings: settingsFrom(env), env, owner: own.ownerPool, drop };
}

/** The whole server, on a port of its own, over premises of its own. */
export interface Office extends Premises {
  readonly url: string;
  readonly ask: Ask;
  readonly system: System;
  readonly app: NestFastifyApplication;
  /** Of the first administrator: temporary. */
  readonly password: string;
  close(): Promise<void>;
}

/** A clock that a spec may put forward; it goes as fast as any other. */
export class ClockOfSpec extends SystemClock {
  static aheadMs = 0;

  override now(): Date {
    return new Date(Date.now() + ClockOfSpec.aheadMs);
  }
}

/** `more`: kinds of subjects besides those of the product. */
export async function openOffice(where: Where = 'PostgreSQL', more: readonly Part[] = []): Promise<Office> {
  const place = await premises(where);
  const system = await openSystem(place.settings, { parts: new Parts([...productParts, ...more]) });
  const app = await httpApp(system, { clock: ClockOfSpec });
  await app.init();
  const password = await firstStart(app, system);
  if (password === undefined) throw new Error('an empty log had an administrator');
  await actsOfAnyDay(system.log);
  await system.projector.start();
  const reactor = app.get<Reactor<never>>(Reactor);
  reactor.start();
  await app.listen(0, '127.0.0.1');
  const url = await app.getUrl();
  const close = async () => {
    await reactor.stop();
    await app.close();
    await system.close();
    await place.drop();
  };
  return { ...place, url, ask: asker(url), system, app, password, close };
}
