import { setTimeout as pause } from 'node:timers/promises';
import { openSystem, settingsFrom } from '@lookback/application/system';
import { seeded } from '../../support/random-lives.js';
import { until } from '../../support/until.js';
import { differing, judged } from './judged.js';
import type { OfficeUnderLoad } from './office-under-load.js';
import { tell, type Told } from './told.js';
import { Visits } from './visits.js';

interface Ending {
  readonly fault: string;
  readonly times: number;
  /** How many servers share the work; one unless told otherwise. */
  readonly servers?: number;
  readonly seed: number;
  /** Ends something; a server that was ended is begun again, as a supervisor does. */
  readonly end: (office: OfficeUnderLoad) => Promise<void>;
}

/** Ends a process again and again while visits are recorded, each time at a moment that the seed gives; then looks at what is there. */
export async function endedInMidCommit(office: OfficeUnderLoad, { fault, times, servers = 1, seed, end }: Ending): Promise<Told> {
  while (office.running < servers) await office.start();
  const visits = new Visits(office, fault);
  const random = seeded(seed);
  let [inOpenCommit, longestAway] = [0, 0];
  for (let i = 0; i < times; i++) {
    await visits.more(64);
    await pause(random() * 200); // anywhere within a commit
    await until('a visit under way', () => (visits.open > 0 ? true : undefined));
    if (visits.open > 0) inOpenCommit++;
    const began = performance.now();
    await end(office);
    const again = office.running < servers ? office.start() : undefined;
    await visits.more(1);
    longestAway = Math.max(longestAway, (performance.now() - began) / 1_000);
    await again;
  }
  await visits.stop();
  const system = await openSystem(settingsFrom(office.env));
  try {
    const found = { ...(await judged(system.log, visits.acknowledged)), differing: await differing(system) };
    return await tell({ fault, seed, times, inOpenCommit, longestAway, ...found });
  } finally {
    await system.close();
  }
}

/** Kills the one that runs longest, or the only one, with its projector and its clock. */
export const killServer = (office: OfficeUnderLoad): Promise<void> => office.killServer();
export const killPostgres = (office: OfficeUnderLoad): Promise<void> => office.endPostgres('SIGKILL');
/** As `pg_ctl restart -m fast` does: clients are cut off, what is committed stays. */
export const restartPostgres = (office: OfficeUnderLoad): Promise<void> => office.endPostgres('SIGINT');
