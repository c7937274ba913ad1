import { Sessions, Tokens } from '@lookback/office/access';
import type { InternalAsker, Principal } from '@lookback/office/desk';
import { MomentUnreadable } from '@lookback/review/history';
import { type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ApplicationModule } from '@lookback/application/module';
import { firstStart, openSystem, type Settings, settingsFrom, type System } from '@lookback/application/system';
import { WrongUsage } from './finish.js';
import { say } from './output.js';

export interface Inside {
  readonly app: INestApplicationContext;
  readonly system: System;
  readonly settings: Settings;
}

/** Does something with the whole product in this process, on the database that the settings name; leaves it as it was found. */
export async function inProcess<T>(doing: (inside: Inside) => Promise<T>): Promise<T> {
  const settings = settingsFrom(process.env);
  const system = await openSystem(settings);
  try {
    const app = await NestFactory.createApplicationContext(ApplicationModule.over(system), { logger: ['error'], abortOnError: false });
    await app.init();
    const password = await firstStart(app, system);
    if (password !== undefined) say(`First administrator: admin  password: ${password}  (printed once)`);
    return await doing({ app, system, settings });
  } catch (error) {
    throw error instanceof MomentUnreadable ? new WrongUsage(`--${error.message}`) : error;
  } finally {
    await system.close();
  }
}

/** Where `lookback login` keeps its token. */
export const sessionFile = ({ data }: Settings) => join(data, 'session');

/**
 * Whose act it is: the account that signed in on this machine; or setup, while only the first administrator's account exists.
 */
export async function whoActs({ app, system, settings }: Inside): Promise<InternalAsker> {
  const token = await readFile(sessionFile(settings), 'utf8').catch(() => undefined);
  if (token !== undefined) return app.get(Sessions).current(await app.get(Tokens).read(token.trim()));
  if ((await accountsIn(system)) <= 1) return { process: 'setup' };
  throw new WrongUsage('Sign in first: lookback login <login>');
}

/** Who reads: like `whoActs`; null where setup may read all. */
export async function whoReads(inside: Inside): Promise<Principal | null> {
  const who = await whoActs(inside);
  return 'process' in who ? null : who;
}

async function accountsIn({ log }: System): Promise<number> {
  let count = 0;
  for await (const batch of log.readAll({ after: 0, types: ['AccountOpened'] })) count += batch.length;
  return count;
}
