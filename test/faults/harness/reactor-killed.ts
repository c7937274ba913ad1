import { type RegionCode, streamName } from '@lookback/kernel';
import { Reactor } from '@lookback/log/reactor';
import { anySubject, Desk, Envelope } from '@lookback/office/desk';
import { type Division, regions, regionsCommands, shippedRegionsOn } from '@lookback/office/registry';
import { Child } from '@lookback/testing';
import type { Office } from '../../support/office.js';
import { judged } from './judged.js';
import { tell, type Told } from './told.js';

/** Where a reactor is killed: before a command is asked, after it is recorded and before the checkpoint, and after the checkpoint. */
const steps = ['asked', 'recorded', 'stood'] as const;
/** Adoptions that wait for each reactor that is begun: it is killed in the midst of them. */
const batch = 3;
const countiesOfCity = 90;

/** A server's reactor, which stops at the n-th of one of the steps until it is killed. */
const reactor = `
  import 'reflect-metadata';
  import { NestFactory } from '@nestjs/core';
  import { Desk } from '@lookback/office/desk';
  import { Reactor } from '@lookback/log/reactor';
  import { ApplicationModule } from '@lookback/application/module';
  import { openSystem, settingsFrom } from '@lookback/application/system';
  const [env, step, nth] = process.argv.slice(1);
  const system = await openSystem(settingsFrom(JSON.parse(env)));
  const app = await NestFactory.createApplicationContext(ApplicationModule.over(system), { logger: false });
  await app.init();
  let left = Number(nth);
  const at = async (here) => {
    if (here !== step || --left > 0) return;
    console.log(here);
    await new Promise(() => undefined);
  };
  const [desk, pool] = [app.get(Desk), system.database.pool];
  const [submit, query] = [desk.submit.bind(desk), pool.query.bind(pool)];
  desk.submit = async (request) => {
    await at('asked');
    const receipt = await submit(request);
    await at('recorded');
    return receipt;
  };
  pool.query = async (...asked) => {
    const answer = await query(...asked);
    if (String(asked[0]).includes('INSERT INTO read.reaction')) await at('stood');
    return answer;
  };
  app.get(Reactor).start();
`;

/** What came of the reactor that was killed again and again while counties adopted divisions. */
export interface ReactorKilled extends Told {
  /** Adoptions whose standards were not opened, or more than once, or by another cause. */
  readonly amiss: readonly string[];
}

/** Kills a reactor `times` times at each step, each time in the midst of some adoptions; the last goes on to the end. */
export async function reactorKilled(office: Office, { times, seed }: { times: number; seed: number }): Promise<ReactorKilled> {
  const { log } = office.system;
  await office.app.get(Reactor).stop();
  const adopted = new Map<string, number>();
  let random = seed;
  for (let kill = 0; kill < times * steps.length; kill++) {
    for (let i = 0; i < batch; i++) await adopt(office, adopted);
    const step = steps[kill % steps.length] ?? 'asked';
    random = (random * 48_271) % 2_147_483_647;
    const child = new Child(reactor, [JSON.stringify(office.env), step, String(1 + (random % batch))]);
    if ((await child.line()) !== step) throw new Error(`it stopped elsewhere than ${step}`);
    await child.kill('SIGKILL');
  }
  await office.app.get(Reactor).settle(await log.head());
  const found = await judged(log, adopted);
  const amiss = await amissOf(office, [...adopted.keys()]);
  await tell({ fault: 'reactor-killed', seed, times: times * steps.length, inOpenCommit: 0, longestAway: 0, ...found });
  return { fault: 'reactor-killed', seed, times, inOpenCommit: 0, longestAway: 0, ...found, amiss };
}

/** One more county of a province. */
async function adopt({ app }: Office, adopted: Map<string, number>): Promise<void> {
  const city = String(1_101 + Math.floor(adopted.size / countiesOfCity));
  const county = `${city}${String(1 + (adopted.size % countiesOfCity)).padStart(2, '0')}` as RegionCode;
  const division = (code: string, parent: string, level: Division['level']): Division => ({
    code: code as RegionCode,
    parent: parent as RegionCode,
    level,
    name: '试点区' as Division['name'],
  });
  const divisions = [division('11', 'CN', 'province'), division(city, '11', 'city'), division(county, city, 'county')];
  const { position } = await app.get(Desk).submit({
    subject: anySubject(regions),
    id: county,
    command: Object.assign(new regionsCommands.AdoptRegions(), { county, source: 'spec', divisions }),
    envelope: Object.assign(new Envelope(), { effectiveOn: shippedRegionsOn }),
    who: { process: 'setup' },
    key: county,
  });
  adopted.set(county, position);
}

async function amissOf({ system: { log } }: Office, counties: readonly string[]): Promise<string[]> {
  const amiss: string[] = [];
  for (const region of new Set(['11', ...counties.map((county) => county.slice(0, 4)), ...counties])) {
    const entries = await log.readStream(streamName('standards', region));
    const opened = entries.filter(({ type }) => type === 'StandardsOpened');
    const [cause] = counties.includes(region) ? await log.readStream(streamName('regions', region)) : [];
    if (opened.length !== 1 || (cause && opened[0]?.by.causationId !== cause.id)) amiss.push(region);
  }
  return amiss;
}
