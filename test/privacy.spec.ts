import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { type Ask, asker } from './support/asking.js';
import { registersOf } from './support/asking-registers.js';
import { FactsOf, guarantee, joins, leaves, visit } from './support/facts.js';
import { excerptBytes, imported, knownHousehold, knownId } from './support/importing.js';
import { expectNothingStored, Secrets } from './support/leaks.js';
import { actsOfAnyDayOn } from './support/acts-of-any-day.js';
import { type Premises, premises } from './support/office.js';
import { citizenNumber } from './support/rosters.js';
import { Running } from './support/running.js';
import { type Staff, staffed } from './support/staff.js';
import { until } from './support/until.js';

const name = '阎奕泽';
const number = '610426194204158094';
const phone = '13056044377';
const joinedName = '阎晨曦';
const joinedNumber = citizenNumber(50_003);
const findings = `${name}反映屋顶漏水，电话 ${phone}`;

describe('what a roster and its households say of people', () => {
  let place: Premises;
  let server: Running;
  let ask: Ask;
  let staff: Staff;
  let secrets: Secrets;

  beforeAll(async () => {
    place = await premises();
    server = Running.server(place.env);
    ask = asker(await server.url());
    staff = await staffed(ask, await server.said(/password: (\w+)/));
    await actsOfAnyDayOn(place.settings);
    secrets = await Secrets.read(excerptBytes());
    secrets.add(joinedName, joinedNumber, '13900009999');
    for (const [official, their] of [['郝建章', '13900000001'], ['苗春兰', '13900000002'], ['仇定邦', '13900000003']] as const) secrets.add(official, their); // prettier-ignore
    await imported(ask, excerptBytes(), staff.operator.token);
  });
  afterAll(async () => {
    server.send('SIGTERM');
    await server.ended();
    await place.drop();
  });

  it('is found by who may search for it', async () => {
    const facts = new FactsOf(ask, staff.operator.token, knownId);
    await facts.recorded(joins('2018-01-01', joinedName, joinedNumber, { phone: '13900009999' }));
    await facts.recorded(visit('2018-02-01', findings));
    await until('the search', async () => {
      const { rows } = await registersOf(ask, staff.operator).search('households', { text: joinedName });
      return rows.find(({ called }) => called === knownHousehold);
    });
    expect((await facts.file()).said.lastVisit?.findings).toBe(findings);
  });

  it('goes into requests of every kind that fail', async () => {
    const { token } = staff.operator;
    const facts = new FactsOf(ask, token, knownId);
    const statuses = [
      await facts.asked(joins('2018-01-01', name, number)),
      await facts.asked(joins('2018-01-01', name, `${number}9`, { phone: name, hamlet: 7 })),
      await facts.asked({ ...guarantee('2018-01-01', name, true), command: { kind: name, [number]: phone } }),
      await facts.asked(joins('2018-01-01', `${name}\u0000`, joinedNumber)),
      await facts.asked(leaves('2018-01-01', name)),
      await facts.asked(guarantee('2018-01-01', 'water', true), { authority: { kind: 'document', number: `${name}，${phone}。` } }),
      await ask('POST', `/households/${knownId}/visit-home`, `{"command": {"findings": "${findings}"`, token),
      await ask('POST', '/registers/households/search', { text: `${name}'"\\%_\u0000` }, token),
      await ask('GET', `/households/${encodeURIComponent(name)}`, undefined, token),
      await ask('GET', `/households/${number}`, undefined, token),
      await ask('GET', `/households/${knownId}?at=${encodeURIComponent(name)}`, undefined, token),
      await ask('POST', '/session', { login: name, password: number }),
      await ask('POST', `/imports/roster?dated=${phone}`, excerptBytes(), token),
    ].map(({ status }) => status);
    expect(statuses).toEqual([409, 400, 400, 400, 400, 400, 400, 400, 400, 404, 400, 400, 400]);
  });

  it('is in no stored byte of the log', async () => {
    expect(await expectNothingStored(place.owner, secrets)).toBeGreaterThan(30);
  });

  it('is in no line that the server or PostgreSQL wrote', async () => {
    const log = await readFile(join(tmpdir(), `lookback-test-${String(userInfo().uid)}`, 'postgres', 'server.log'), 'utf8');
    for (const said of [server.stdout, server.stderr, log]) expect(secrets.in(said)).toEqual([]);
    expect(server.stderr).toContain('listens on');
  });

  it('would be seen if it were there', () => {
    for (const leak of [name, `x${number}1`, phone, `户主${joinedName}家`]) expect(secrets.in(leak)).not.toEqual([]);
  });
});
