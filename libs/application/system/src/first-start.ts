import { type CalendarDate, type Code, countyZone, type EventOf } from '@lookback/kernel';
import { type CommandKey, format, IdempotencyKeyReused, logEvents, logStream, suite } from '@lookback/log/event-log';
import { Reactor } from '@lookback/log/reactor';
import { account, accountIdOf, firstAdministrator, hashOf, randomPassword } from '@lookback/office/access';
import { anySubject, type CommandRequest, Clock, Desk, Envelope, streamOf, type Subject } from '@lookback/office/desk';
import { regions, shippedRegions, shippedRegionsOn } from '@lookback/office/registry';
import type { INestApplicationContext } from '@nestjs/common';
import type { System } from './system.js';

/** The login of the first administrator. */
export const firstLogin = 'admin';

/**
 * Opens the log, adopts the shipped regions with the standards that follow, and opens the first administrator's account; what is there already stays.
 * Gives the password where it made the account: it is told once, and kept nowhere.
 */
export async function firstStart(app: INestApplicationContext, system: System): Promise<string | undefined> {
  const desk = app.get(Desk);
  const clock = app.get(Clock);
  if (await isOpen(system)) return undefined;
  await openLog(system, clock);
  for (const command of shippedRegions()) await desk.submit(shipped(regions, command.county, command, shippedRegionsOn));
  await app.get(Reactor).settle(await system.log.head()); // opens the standards of each region
  await system.regions.refresh();
  const password = randomPassword();
  try {
    await desk.submit(firstAdministrator(firstLogin, await hashOf(password), clock.today()));
    return password;
  } catch (error) {
    if (error instanceof IdempotencyKeyReused) return undefined; // another server was first, with another password
    throw error;
  }
}

/** The administrator's account is the last thing that a first start records. */
const isOpen = async ({ log }: System) => (await log.readStream(streamOf(account, accountIdOf(firstLogin)))).length > 0;

async function openLog({ log, keys }: System, clock: Clock): Promise<void> {
  if ((await log.readStream(logStream)).length > 0) return;
  const opened = logEvents.logOpened({
    format,
    suite,
    origin: keys.commit.log.origin as Code<'origin'>,
    epoch: keys.commit.log.epoch,
    zone: countyZone,
    masterKey: keys.masterId as Code<'key-id'>,
    commitKey: keys.commit.id as Code<'key-id'>,
    simulated: false,
  });
  const by = { effectiveOn: clock.today(), mode: 'act', recordedBy: { process: 'setup' }, reads: [], evidence: [], breaches: [] } as const;
  await log.append({
    stream: logStream,
    expected: 0,
    key: 'setup/open' as CommandKey,
    body: keys.bodyDigest('open'),
    by,
    events: [opened],
  });
}

const shipped = <State, Event extends EventOf>(
  subject: Subject<State, Event>,
  id: string,
  command: object,
  effectiveOn: CalendarDate,
): CommandRequest => ({
  subject: anySubject(subject),
  id,
  command,
  envelope: Object.assign(new Envelope(), { effectiveOn }),
  who: { process: 'setup' },
  key: 'shipped',
});
