// What the county bench does within a process of the product, each time in a new one: make a county, rebuild, follow, answer.
import 'reflect-metadata';
import { type HealthSaid, migrations, openSystem } from '@lookback/application/system';
import { openAsOwner } from '@lookback/log/database';
import { type Served, served } from '../../../apps/server/src/serve.js';
import { until } from '../../support/until.js';
import { type Measured, timed } from '../measured.js';
import { serve } from '../tasks.js';
import type { Size } from './entries.js';
import { appendedTo } from './following.js';
import { madeIn, settingsIn } from './making.js';
import { onEventStore } from './on-eventstore.js';

interface In {
  readonly folder: string;
}

let listening: Served | undefined;

/** Most that this process has held, in MB. */
const peak = () => ({ peakMB: Math.round(process.resourceUsage().maxRSS / 1_024) });

async function replayed({ folder }: In): Promise<Measured> {
  const system = await openSystem(settingsIn(folder));
  const told = await timed(async () => {
    let read = 0;
    for await (const entries of system.log.readAll({ after: 0, batch: 5_000 })) read += entries.length;
    return read;
  });
  await system.close();
  return { ...told, ...peak() };
}

/** The same log on an EventStoreDB. */
async function copied({ folder, url }: In & { url: string }): Promise<Measured> {
  const system = await openSystem(settingsIn(folder));
  const owned = await openAsOwner(settingsIn(folder), migrations);
  const steps: Record<string, Measured> = {};
  for (const [step, doing] of Object.entries(onEventStore(url, system, owned.pool))) steps[step] = await doing();
  await Promise.all([system.close(), owned.close()]);
  return { operations: 0, rate: 0, cpu: 0, ...steps };
}

async function rebuilt({ folder, compare }: In & { compare: boolean }): Promise<Measured> {
  const system = await openSystem(settingsIn(folder));
  let [rows, differing] = [0, 0];
  const told = await timed(async () => {
    const { entries, ...all } = await system.projector.rebuild(undefined, { compare });
    [rows, differing] = [all.rows, all.differing.reduce((sum, one) => sum + one.rows, 0)];
    return entries;
  });
  const registers = system.parts.registers.size;
  await system.close();
  return { ...told, rows, ...(compare && { differing }), registers, ...peak() };
}

/** Follows what was recorded while no projector ran. */
async function followed({ folder, entries }: In & { entries: number }): Promise<Measured> {
  const system = await openSystem(settingsIn(folder));
  const head = await appendedTo(system, entries);
  const told = await timed(async () => {
    await system.projector.start();
    await system.projector.reached(head, { timeoutMs: 1_200_000 });
    return entries;
  });
  await system.close();
  return { ...told, ...peak() };
}

/** As it stands some minutes after its lists came: all that follows from entries was asked, and PostgreSQL has swept up and counted. */
async function settled({ folder }: In): Promise<Measured> {
  const told = await timed(async () => {
    const office = await served(settingsIn(folder), () => undefined);
    const isFollowing = async () => ((await (await fetch(`${office.url}/health`)).json()) as HealthSaid).reactor === 'following';
    await until('all that follows from entries', async () => (await isFollowing()) || undefined, 600_000);
    await office.stop();
    return 1;
  });
  const owned = await openAsOwner(settingsIn(folder), migrations);
  await owned.pool.query('VACUUM (ANALYZE)');
  await owned.close();
  return told;
}

serve({
  made: async ({ folder, size }: In & { size: Size }) => ({ ...(await madeIn(folder, size)), ...peak() }),
  replayed,
  rebuilt,
  followed,
  settled,
  copied,
  open: async ({ folder }: In) => {
    listening = await served(settingsIn(folder), () => undefined);
    return { operations: 0, rate: 0, cpu: 0, url: listening.url };
  },
  close: async () => {
    await listening?.stop();
    return { operations: 0, rate: 0, cpu: 0, ...peak() };
  },
});
