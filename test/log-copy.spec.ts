import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openSystem } from '@lookback/application/system';
import type { HouseholdFileShown } from '@lookback/case/household';
import { correct } from './support/corrections.js';
import { excerpt, knownHousehold, knownId } from './support/importing.js';
import { everyLog, settingsOf } from './support/logs.js';
import { type Premises, premises } from './support/office.js';
import { Running } from './support/running.js';

/** Runs a verb that must end well, and gives what it says. */
async function lookback(env: Readonly<Record<string, string>>, ...args: string[]): Promise<string> {
  const running = Running.cli(args, env);
  const code = await running.ended();
  if (code !== 0) throw new Error(`${args.slice(0, 2).join(' ')}: ${running.stderr}`);
  return running.stdout;
}

/** Its takeover says another income from the last position on. */
async function corrected({ settings }: Premises): Promise<void> {
  const system = await openSystem(settings);
  const { log } = system;
  const stream = `household-${knownId}`;
  const [wrong] = await log.readStream(stream as Parameters<typeof log.readStream>[0]);
  await correct(log, stream, 'HouseholdTakenOver', '2018-12-31', {
    type: 'HouseholdTakenOver',
    data: { ...(wrong?.data as object), incomePerPersonFen: 1 },
  });
  head = await log.head();
  await system.close();
}

let head = 0;

describe.each(everyLog.slice(-1))('a log that is copied by way of %s', (where) => {
  const way = settingsOf(where);
  let here: Premises;
  let there: Premises;

  beforeAll(async () => {
    [here, there] = await Promise.all([premises(), premises()]);
    await lookback(here.env, 'import', 'roster', excerpt.pathname, '--dated', '2018-12-31');
    await corrected(here);
  });
  afterAll(() => Promise.all([here.drop(), there.drop()]));

  it('says the same in another database, under the same keys', async () => {
    const url = way['LOOKBACK_EVENTSTORE_URL'];
    const between = { ...here.env, ...way };
    const target = there.env['LOOKBACK_OWNER_URL'] ?? '';
    const digests: unknown[] = [];
    const copy = async (from: string, to: string) => {
      const { entries, digest } = JSON.parse(await lookback(between, 'log', 'copy', '--from', from, '--to', to, '--json')) as Record<string, unknown>; // prettier-ignore
      digests.push([entries, digest]);
    };
    if (url !== undefined) await copy('database', url);
    await copy(url ?? 'database', target);
    expect(new Set(digests.map((one) => JSON.stringify(one))).size).toBe(1);
    const moved = { ...there.env, LOOKBACK_DATA: here.env['LOOKBACK_DATA'] ?? '' };
    const said: string[] = [];
    for (const known of [`@${String(head - 1)}`, `@${String(head)}`]) {
      const asked = ['as-of', knownHousehold, '--at', '2019-01-01', '--known', known, '--json'];
      const answers = await Promise.all([here.env, moved].map((env) => lookback(env, ...asked)));
      expect(answers[1]).toBe(answers[0]);
      if (url !== undefined) expect(await lookback(between, ...asked)).toBe(answers[0]);
      said.push(answers[0] ?? '');
    }
    expect(said.map((one) => (JSON.parse(one) as HouseholdFileShown).income?.perPersonFen === 1)).toEqual([false, true]);
  });

  it('is refused where that is nothing known', async () => {
    await expect(lookback(here.env, 'log', 'copy', '--from', 'mysql://me:secret@x', '--to', 'database')).rejects.toThrow(
      /^log copy: --from is "x"/,
    );
  });
});
