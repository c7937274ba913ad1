import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { excerpt, knownHousehold } from './support/importing.js';
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

describe.each(everyLog.slice(-1))('a log that is copied by way of %s', (where) => {
  const way = settingsOf(where);
  let here: Premises;
  let there: Premises;

  beforeAll(async () => {
    [here, there] = await Promise.all([premises(), premises()]);
    await lookback(here.env, 'import', 'roster', excerpt.pathname, '--dated', '2018-12-31');
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
    const asked = ['as-of', knownHousehold, '--at', '2019-01-01', '--known', '@100', '--json'];
    const moved = { ...there.env, LOOKBACK_DATA: here.env['LOOKBACK_DATA'] ?? '' };
    const answers = await Promise.all([here.env, moved].map((env) => lookback(env, ...asked)));
    expect(answers[1]).toBe(answers[0]);
    if (url !== undefined) expect(await lookback(between, ...asked)).toBe(answers[0]);
  });

  it('is refused where that is nothing known', async () => {
    await expect(lookback(here.env, 'log', 'copy', '--from', 'mysql://me:secret@x', '--to', 'database')).rejects.toThrow(
      /^log copy: --from is "x"/,
    );
  });
});
