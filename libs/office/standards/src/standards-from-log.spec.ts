import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type CalendarDate, Catalogue, daysAfter, type DocumentNumber, type RegionCode, streamName } from '@lookback/kernel';
import { type BodyDigest, type CommandKey, EventLog1796083200001, PostgresEventLog, StreamCache } from '@lookback/log/event-log';
import { CommitKeys, Keys, Vault, Vault1735689600000 } from '@lookback/log/vault';
import { chainOf } from '@lookback/office/registry';
import { attributionOf, countyOffice, type TestDatabase, testDatabase } from '@lookback/testing';
import fc from 'fast-check';
import * as standardsEvents from './standards.events.js';
import { StandardsFromLog } from './standards-from-log.js';

const keys = new Keys(
  randomBytes(32),
  CommitKeys.parse(`k1 ${randomBytes(32).toString('hex')}`, 'spec', { origin: 'lookback-spec', epoch: 1 }),
);
const document = '永扶发〔2018〕12号' as DocumentNumber;
const region = (code: string) => code as RegionCode;

let database: TestDatabase;
let log: PostgresEventLog;
let standards: StandardsFromLog;
let asked = 0;

async function adopt(code: string, effectiveOn: CalendarDate, incidencePerMille: number): Promise<void> {
  const stream = streamName('standards', code);
  const expected = (await log.readStream(stream)).length;
  const event = standardsEvents.standardAdopted({ standard: 'village-exit', value: { incidencePerMille }, proposal: null, document });
  const key = `spec/${(asked += 1)}` as CommandKey;
  await log.append({ stream, expected, key, body: 'b' as BodyDigest, by: attributionOf(countyOffice, { effectiveOn }), events: [event] });
}

beforeAll(async () => {
  database = await testDatabase({ migrations: [Vault1735689600000, EventLog1796083200001], entities: [] });
  log = new PostgresEventLog(database.pool, new Catalogue(standardsEvents), new Vault(database.pool, keys), keys);
  standards = new StandardsFromLog(new StreamCache(log));
});

afterAll(async () => {
  await database.drop();
});

describe('the standard in force', () => {
  const village = region('610426101200');
  const reads = (county: number, city: number, province: number, nation: number) => [
    { stream: 'standards-610426', revision: county },
    { stream: 'standards-6104', revision: city },
    { stream: 'standards-61', revision: province },
    { stream: 'standards-CN', revision: nation },
  ];

  it('is none where nobody has set one', async () => {
    expect(await standards.inForce('village-exit', village, '2018-01-01')).toBeNull();
    expect(await standards.inForce('no-such-standard', village, '2018-01-01')).toBeNull();
  });

  it('is that of the nearest region that had one on the day, with all that was asked', async () => {
    await adopt('CN', '2014-01-01', 20);
    await adopt('61', '2015-01-01', 30);
    await adopt('610426', '2017-01-01', 25);
    await adopt('610426', '2016-01-01', 26);
    const on = (day: CalendarDate) => standards.inForce('village-exit', village, day);
    expect(await on('2013-12-31')).toBeNull();
    expect(await on('2014-12-31')).toEqual({ value: { incidencePerMille: 20 }, reads: reads(2, 0, 1, 1) });
    expect(await on('2015-12-31')).toEqual({ value: { incidencePerMille: 30 }, reads: reads(2, 0, 1, 1) });
    expect(await on('2016-12-31')).toEqual({ value: { incidencePerMille: 26 }, reads: reads(2, 0, 1, 1) });
    expect(await on('2017-01-01')).toEqual({ value: { incidencePerMille: 25 }, reads: reads(2, 0, 1, 1) });
    expect(await standards.inForce('village-exit', region('CN'), '2017-01-01')).toEqual({
      value: { incidencePerMille: 20 },
      reads: [{ stream: 'standards-CN', revision: 1 }],
    });
  });

  it('is listed with where and when it was set', async () => {
    expect(await standards.allInForce(region('6104'), '2017-01-01')).toEqual([
      { standard: 'village-exit', value: { incidencePerMille: 30 }, setIn: '61', since: '2015-01-01', document },
    ]);
    expect(await standards.allInForce(region('6104'), '2013-01-01')).toEqual([]);
  });

  it('is told anew when one is recorded late, also by who asked before', async () => {
    await adopt('45', '2016-01-01', 30);
    expect(await standards.inForce('village-exit', region('4511'), '2015-06-01')).toMatchObject({ value: { incidencePerMille: 20 } });
    await adopt('45', '2015-01-01', 28);
    expect(await standards.inForce('village-exit', region('4511'), '2015-06-01')).toMatchObject({ value: { incidencePerMille: 28 } });
  });

  it('is as it was read, whatever was set since, late or nearer', async () => {
    await adopt('CN', '2014-01-01', 20);
    await adopt('52', '2016-01-01', 30);
    const then = await standards.inForce('village-exit', region('520328'), '2016-06-01');
    await adopt('52', '2016-03-01', 31);
    await adopt('520328', '2016-03-01', 32);
    const reads = [{ stream: streamName('person', 'p-1'), revision: 1 }, ...(then?.reads ?? [])];
    expect(await standards.asRead('village-exit', reads, '2016-06-01')).toEqual(then);
    expect(await standards.inForce('village-exit', region('520328'), '2016-06-01')).toMatchObject({ value: { incidencePerMille: 32 } });
    expect(await standards.asRead('quorum', reads, '2016-06-01')).toBeNull();
  });

  it('equals a naive scan of everything adopted', async () => {
    const steps = fc.sample(
      fc.record({ code: fc.constantFrom('43', '4302', '430204'), day: fc.nat(20), value: fc.integer({ min: 100, max: 999 }) }),
      { numRuns: 20, seed: 7 },
    );
    const first: CalendarDate = '2019-01-01';
    for (const { code, day, value } of steps) await adopt(code, daysAfter(first, day), value);
    const naively = (code: string, day: number) => {
      for (const own of chainOf(region(code))) {
        const set = steps
          .filter((step) => step.code === own && step.day <= day)
          .sort((a, b) => a.day - b.day)
          .at(-1);
        if (set) return set.value;
      }
      return 20;
    };
    for (const code of ['43', '4302', '430204', '430203'])
      for (let day = 0; day <= 20; day += 1)
        expect((await standards.inForce('village-exit', region(code), daysAfter(first, day)))?.value).toEqual({
          incidencePerMille: naively(code, day),
        });
    for (const code of ['43', '4302', '430204', '430203']) {
      const ruling = await standards.ruling('village-exit', region(code));
      for (let day = 0; day <= 20; day += 1) {
        const held = ruling.findLast(({ since }) => since <= daysAfter(first, day));
        expect(held?.value).toEqual({ incidencePerMille: naively(code, day) });
        const coming = ruling.filter(({ since }) => since > daysAfter(first, day));
        expect(await standards.toCome(region(code), daysAfter(first, day))).toEqual(coming);
      }
    }
  });
});
