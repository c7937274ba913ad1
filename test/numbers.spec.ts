import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { listedHouseholdId } from '@lookback/case/household';
import type { HouseholdNumber } from '@lookback/case/identification';
import type { RegionCode } from '@lookback/kernel';
import { httpApp } from '../apps/server/src/http-app.js';
import { openSystem } from '@lookback/application/system';
import { Reserving } from '@lookback/office/series';
import { excerptBytes, imported, knownId } from './support/importing.js';
import { asker } from './support/asking.js';
import { type Office, openOffice } from './support/office.js';
import { colleague, county, mustBe, type Staff, staffed, township } from './support/staff.js';

class Given {
  number: string;
}

const otherId = listedHouseholdId(county as RegionCode, '610426001200000002' as HouseholdNumber);

describe('numbers that the office gives', () => {
  let office: Office;
  let staff: Staff;
  const village = '610426001200';
  const ask = async (key: string, token = staff.operator.token, said: object = { region: village, year: 2020 }, at = office.ask) =>
    (await mustBe(201, at('POST', '/numbers/problem', said, token, { 'idempotency-key': key }))).as(Given).number;
  const envelope = { effectiveOn: '2020-03-01' };
  const record = (number: string, household = knownId) =>
    office.ask(
      'POST',
      `/households/${household}/record-problem?wait=projected`,
      { command: { number, source: 'self-check', class: 'exit', level: 'county', words: '屋顶漏雨' }, envelope },
      staff.operator.token,
    );

  beforeAll(async () => {
    office = await openOffice();
    staff = await staffed(office.ask, office.password);
    await imported(office.ask, excerptBytes(), staff.operator.token);
  });
  afterAll(() => office.close());

  it('are the next of the county’s year by its pattern, the same again under one key, also where one is left out', async () => {
    expect([await ask('a'), await ask('b'), await ask('a')]).toEqual(['ZG-2020-0001', 'ZG-2020-0002', 'ZG-2020-0001']);
    expect(await ask('c', staff.operator.token, { region: village, year: 2021 })).toBe('ZG-2021-0001');
  });

  it('are two for two clients who ask at once', async () => {
    const asked = Array.from({ length: 8 }, (_, i) =>
      ask(`at-once-${String(i)}`, i % 2 === 0 ? staff.operator.token : staff.auditor.token),
    );
    expect(new Set(await Promise.all(asked)).size).toBe(8);
  });

  it('are as many for two servers over one log, whose clients all ask at once', async () => {
    const system = await openSystem(office.settings);
    const app = await httpApp(system);
    try {
      await app.listen(0, '127.0.0.1');
      const servers = [office.ask, asker(await app.getUrl())];
      const asked = Array.from({ length: 12 }, (_, i) =>
        ask(`on-two-${String(i)}`, staff.operator.token, { region: village, year: 2022 }, servers[i % 2]),
      );
      const given = await Promise.all(asked);
      expect(given.sort()).toEqual(Array.from({ length: 12 }, (_, i) => `ZG-2022-${String(i + 1).padStart(4, '0')}`));
      expect(await ask('on-two-0', staff.operator.token, { region: village, year: 2022 }, servers[1])).toBe(await asked[0]);
    } finally {
      await app.close();
      await system.close();
    }
  });

  it('pass by what somebody typed, which is told before another records it', async () => {
    const stands = async (number: string, { token } = staff.operator) =>
      JSON.parse((await mustBe(200, office.ask('POST', '/numbers/standing', { number, region: village }, token))).text) as unknown;
    expect(await stands('ZG-2020-0412')).toEqual({ stands: false, places: [] });
    await mustBe(201, record('ＺＧ-2020-0412 '));
    expect(await stands(' ZG-2020-０４１２')).toEqual({ stands: true, places: [{ id: knownId, household: '610426001200000001' }] });
    const neighbour = await colleague(office.ask, staff.admin.token, { login: 'neighbour', rights: ['record'], regions: ['610426102'] });
    expect(await stands('ZG-2020-0412', neighbour)).toEqual({ stands: true, places: [] });
    await mustBe(201, record('ZG-2020-0412', otherId)); // told, and not refused
    expect(await stands('ZG-2020-0412')).toMatchObject({ stands: true, places: [{ id: knownId }, { id: otherId }] });
    expect(await ask('after')).toBe('ZG-2020-0413');
  });

  it('are given in a run too, the same again under one key, and nothing is added then', async () => {
    const reserving = office.app.get(Reserving);
    const run = { county: county as RegionCode, kind: 'problem', year: 2023, count: 3, besides: ['ZG-2023-0011', 'ZG-2022-0099'] } as const;
    const again = () => reserving.reserve(run, { process: 'setup' }, 'a-batch');
    const numbers = ['ZG-2023-0012', 'ZG-2023-0013', 'ZG-2023-0014'];
    expect(await again()).toEqual({ numbers, position: expect.any(Number) });
    const head = await office.system.log.head();
    expect([await again(), await office.system.log.head()]).toEqual([{ numbers, position: null }, head]);
    expect(await ask('of-2023', staff.operator.token, { region: village, year: 2023 })).toBe('ZG-2023-0015');
  });

  it('are given to who works in a part of the county', async () => {
    const clerk = await colleague(office.ask, staff.admin.token, { login: 'clerk', rights: ['record'], regions: [township] });
    expect(await ask('of-a-township', clerk.token, { region: village, year: 2024 })).toBe('ZG-2024-0001');
  });

  it('are not given for another county, nor to who may not record there', async () => {
    const elsewhere = { region: '430224001001', year: 2020 };
    await mustBe(403, office.ask('POST', '/numbers/problem', elsewhere, staff.operator.token));
    await mustBe(403, office.ask('POST', '/numbers/cancellation', { region: village }, staff.operator.token));
    const canceller = await colleague(office.ask, staff.admin.token, {
      login: 'strikes.off',
      rights: ['cancel'],
    });
    const { number } = (
      await mustBe(201, office.ask('POST', '/numbers/cancellation', { region: village, year: 2020 }, canceller.token))
    ).as(Given);
    expect(number).toBe('XH-2020-0001');
  });
});
