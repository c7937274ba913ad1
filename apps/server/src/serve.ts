import { Reactor } from '@lookback/log/reactor';
import { Clock } from '@lookback/office/desk';
import type { INestApplicationContext } from '@nestjs/common';
import { fileURLToPath } from 'node:url';
import { SwaggerModule } from '@nestjs/swagger';
import {
  AttachmentSweep,
  DailyJob,
  firstLogin,
  firstStart,
  inTime,
  JobScheduler,
  openSystem,
  Reminders,
  type ProcessRole,
  type Settings,
  settingsFrom,
} from '@lookback/application/system';
import { httpApp } from './http-app.js';
import { ImportJobs } from './import-jobs.js';
import { openApiOf } from './openapi.js';

const say = (line: string) => process.stderr.write(`${line}\n`);

/** Where the build puts the console: beside the server. */
const web = fileURLToPath(new URL('../../../web', import.meta.url));

/** A server that does its roles. */
export interface Served {
  /** Where it listens; undefined where it does not answer over HTTP. */
  readonly url: string | undefined;
  /**
   * Answers what is begun, stops what was started, and loses nothing; within nine seconds, after six of which what is still under way is
   * cut off, and said. @throws StoppedShort where something did not end even so
   */
  readonly stop: () => Promise<void>;
}

/** Serves until SIGTERM or Ctrl-C. */
export async function serve(): Promise<void> {
  const settings = settingsFrom(process.env);
  const { url, stop } = await served(settings, (password) =>
    say(`First administrator: ${firstLogin}  password: ${password}  (printed once; it has to be changed at the first sign-in)`),
  );
  if (url !== undefined) say(`Lookback listens on ${url}  (API: ${url}/openapi)`);
  else say(`Lookback does without HTTP: ${[...settings.roles].join(', ')}`);
  const stopOnce = once(() => {
    say('stopping');
    return stop();
  });
  process.on('SIGINT', stopOnce).on('SIGTERM', stopOnce);
}

/**
 * The server in its roles, with the console, the API and its description. `onPassword` is told the first administrator's password where
 * this start made the account: once, and at once, as what follows may have to wait for another process; it is kept nowhere.
 */
export async function served(settings: Settings, onPassword: (password: string) => void): Promise<Served> {
  const does = (role: ProcessRole) => settings.roles.has(role);
  const system = await openSystem(settings, {
    onFound: ({ en, zh }) => say(`${en} ${zh}`),
    onCondition: (condition, error) => say(`projector: ${condition}${error ? ` (${error})` : ''}`),
  });
  const app = await httpApp(system, { web, trustedProxies: settings.trustedProxies });
  SwaggerModule.setup('openapi', app, () => openApiOf(app), { jsonDocumentUrl: 'openapi.json' });
  await app.init();
  const password = does('api') ? await firstStart(app, system) : undefined;
  if (password !== undefined) onPassword(password);
  await (does('projector') ? system.projector.start() : system.projector.watch());
  const reactor = app.get<Reactor<never>>(Reactor);
  if (does('reactor')) reactor.start((condition, error) => say(`reactor: ${condition}${error ? ` (${error})` : ''}`));
  const clockwork = new JobScheduler(system.database.pool, dailyIn(app), say);
  if (does('clock')) clockwork.start();
  if (does('api')) await app.listen(settings.port, settings.host);
  const stop = () =>
    inTime({
      stages: [
        {
          imports: () => app.get(ImportJobs).stopAll(),
          reactor: () => reactor.stop(),
          clock: () => clockwork.stop(),
          requests: () => app.close(),
        },
        { projector: () => system.projector.stop(), database: () => system.close() },
      ],
      cut: () => { system.database.cut(); }, // prettier-ignore
      onCut: (left) => { say(cutOff(left, system.log.recording.unanswered)); }, // prettier-ignore
    });
  return { url: does('api') ? await app.getUrl() : undefined, stop };
}

/** What is said of what did not end by itself. */
const cutOff = (left: readonly string[], unanswered: number): string =>
  `cut off, as it did not end in time: ${left.join(', ')}; appends without an answer: ${unanswered} (each is in the log as a whole, or not at all)`;

/** What the clock does. */
function dailyIn(app: INestApplicationContext): Readonly<Record<string, DailyJob>> {
  const [clock, reminders, sweeping] = [app.get(Clock), app.get(Reminders), app.get(AttachmentSweep)];
  return {
    reminders: new DailyJob(clock, (signal) => reminders.send(signal)),
    sweeping: new DailyJob(clock, (signal) => sweeping.sweep(signal)),
  };
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
