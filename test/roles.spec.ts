import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Ask, asker } from './support/asking.js';
import { FactsOf, visit } from './support/facts.js';
import { excerptBytes, imported, knownId } from './support/importing.js';
import { everyLog } from './support/logs.js';
import { actsOfAnyDayOn } from './support/acts-of-any-day.js';
import { type Premises, premises } from './support/office.js';
import { Running } from './support/running.js';
import { type Staff, staffed } from './support/staff.js';
import { until } from './support/until.js';

describe.each(everyLog)('one office in several processes, over %s', (where) => {
  let place: Premises;
  const running: Running[] = [];
  let ask: Ask;
  let staff: Staff;

  const started = (roles: string): Running => {
    const server = Running.server({ ...place.env, LOOKBACK_ROLES: roles });
    running.push(server);
    return server;
  };

  beforeAll(async () => (place = await premises(where)));
  afterAll(async () => {
    for (const server of running) server.send('SIGTERM');
    await Promise.all(running.map((server) => server.ended()));
    await place.drop();
  });

  it('answers nobody before somebody has prepared the read models', async () => {
    const api = started('api');
    const password = await api.said(/password: (\w+)/);
    expect(api.stderr).not.toMatch(/listens/);
    started('projector,reactor,clock');
    ask = asker(await api.url());
    staff = await staffed(ask, password);
    await actsOfAnyDayOn(place.settings);
    await imported(ask, excerptBytes(), staff.operator.token);
  });

  it('has one projector, one reactor and one clock at a time; the next takes over from one that was killed, and misses nothing', async () => {
    const [first, second] = [running[1] as Running, started('projector,reactor,clock')];
    await Promise.all([...['projector: following', 'reactor: following', 'clock: ticking'].map((line) => first.said(new RegExp(line)))]);
    await Promise.all([...['projector', 'reactor', 'clock'].map((role) => second.said(new RegExp(`${role}: standing by`)))]);
    expect(first.stderr + second.stderr).not.toMatch(/listens/);
    first.send('SIGKILL');
    await first.ended();
    const facts = new FactsOf(ask, staff.operator.token, knownId);
    const { position } = await facts.recorded(visit('2018-02-01', '屋顶漏水'));
    await Promise.all([...['projector: following', 'reactor: following', 'clock: ticking'].map((line) => second.said(new RegExp(line)))]);
    await until('the read models', async () => (await lastPosition()) >= position);
  });

  /** Where the read models stand, as the process that answers sees them. */
  async function lastPosition(): Promise<number> {
    const { models } = JSON.parse((await ask('GET', '/health')).text) as { models: readonly { position: number }[] };
    return Math.min(...models.map((model) => model.position));
  }
});
