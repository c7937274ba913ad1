import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { excerptBytes, imported, knownId } from './support/importing.js';
import { type Office, openOffice } from './support/office.js';
import { colleague, mustBe, type Staff, staffed } from './support/staff.js';

class Given {
  number: string;
}

describe('numbers that the office gives', () => {
  let office: Office;
  let staff: Staff;
  const village = '610426001200';
  const ask = async (key: string, token = staff.operator.token, said: object = { region: village, year: 2020 }) =>
    (await mustBe(201, office.ask('POST', '/numbers/problem', said, token, { 'idempotency-key': key }))).as(Given).number;
  const envelope = { effectiveOn: '2020-03-01' };
  const record = (number: string) =>
    office.ask(
      'POST',
      `/households/${knownId}/record-problem?wait=projected`,
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

  it('pass by what somebody typed, which is told before another records it', async () => {
    const stands = async (number: string) =>
      JSON.parse(
        (await mustBe(200, office.ask('POST', '/numbers/standing', { number, region: village }, staff.operator.token))).text,
      ) as unknown;
    expect(await stands('ZG-2020-0412')).toEqual({ stands: false, places: [] });
    await mustBe(201, record('ＺＧ-2020-0412 '));
    expect(await stands(' ZG-2020-０４１２')).toEqual({ stands: true, places: [{ id: knownId, household: '610426001200000001' }] });
    expect(await ask('after')).toBe('ZG-2020-0413');
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
