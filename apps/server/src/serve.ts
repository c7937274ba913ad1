import { Clock } from '@lookback/office/desk';
import type { INestApplicationContext } from '@nestjs/common';
import { fileURLToPath } from 'node:url';
import { SwaggerModule } from '@nestjs/swagger';
import { Daily } from './daily.js';
import { firstLogin, firstStart } from './first-start.js';
import { httpApp } from './http-app.js';
import { ImportJobs } from './import-jobs.js';
import { openApiOf } from './openapi.js';
import { Reminders } from './reminders.js';
import { Sweeping } from './sweeping.js';
import { type Settings, settingsFrom } from './settings.js';
import { openSystem } from './system.js';

const say = (line: string) => process.stderr.write(`${line}\n`);

/** Where the build puts the console: beside the server. */
const web = fileURLToPath(new URL('../../../web', import.meta.url));

/** A server that listens. */
export interface Served {
  readonly url: string;
  /** Of the first administrator, where this start made the account: told once, and kept nowhere. */
  readonly password: string | undefined;
  /** Answers what is begun, stops what was started, and loses nothing. */
  readonly stop: () => Promise<void>;
}

/** Serves until SIGTERM or Ctrl-C. */
export async function serve(): Promise<void> {
  const { url, password, stop } = await served(settingsFrom(process.env));
  say(`Lookback listens on ${url}  (API: ${url}/openapi)`);
  if (password !== undefined)
    say(`First administrator: ${firstLogin}  password: ${password}  (told once; it has to be changed at the first sign-in)`);
  const stopOnce = once(() => {
    say('stopping');
    return stop();
  });
  process.on('SIGINT', stopOnce).on('SIGTERM', stopOnce);
}

/** The whole server: every role, the console, the API and its description. */
export async function served(settings: Settings): Promise<Served> {
  const system = await openSystem(settings, {
    onFound: ({ en, zh }) => say(`${en} ${zh}`),
    onCondition: (condition, error) => say(`projector: ${condition}${error ? ` (${error})` : ''}`),
  });
  const app = await httpApp(system, { web });
  SwaggerModule.setup('openapi', app, () => openApiOf(app), { jsonDocumentUrl: 'openapi.json' });
  await app.init();
  const password = await firstStart(app, system);
  await system.projector.start();
  const daily = dailyIn(app);
  for (const [name, one] of daily) one.start((error) => say(`${name}: ${error}; trying again`));
  await app.listen(settings.port, settings.host);
  const stop = async () => {
    app.get(ImportJobs).stopAll();
    await Promise.all(daily.map(([, one]) => one.stop()));
    await app.close();
    await system.close();
  };
  return { url: await app.getUrl(), password, stop };
}

/** What the clock does in this server. */
function dailyIn(app: INestApplicationContext): readonly (readonly [name: string, Daily])[] {
  const [clock, reminders, sweeping] = [app.get(Clock), app.get(Reminders), app.get(Sweeping)];
  return [
    ['reminders', new Daily(clock, (signal) => reminders.send(signal))],
    ['sweeping', new Daily(clock, (signal) => sweeping.sweep(signal))],
  ];
}

/** A second Ctrl-C does not begin a second stop. */
function once(doing: () => Promise<void>): () => void {
  let begun: Promise<void> | undefined;
  return () => {
    begun ??= doing().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
}
