import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { householdPart } from '@lookback/case/household';
import { Catalogue } from '@lookback/kernel';
import { type BodyDigest, type CommandKey, EventLog1796083200001, PostgresEventLog } from '@lookback/log/event-log';
import { CommitKeys, Keys, Vault, Vault1735689600000 } from '@lookback/log/vault';
import { attributionOf, fixedClock, townshipCadre, type TestDatabase, testDatabase } from '@lookback/testing';
import { momentOf, MomentUnreadable } from './moment.js';
import { happened, stream } from './entry-narrative.fixture.js';

const keys = new Keys(
  randomBytes(32),
  CommitKeys.parse(`k1 ${randomBytes(32).toString('hex')}`, 'spec', { origin: 'lookback-spec', epoch: 1 }),
);
/** When each entry was recorded: around the end of a day in the county, which is 16:00 in Greenwich. */
const recorded = ['2018-06-30T15:59:59.999Z', '2018-06-30T16:00:00.000Z', '2018-07-01T02:00:00.000Z', '2018-07-01T15:59:59.999Z'];

let database: TestDatabase;
let log: PostgresEventLog;
const moment = (query: Parameters<typeof momentOf>[0]) => momentOf(query, log, fixedClock());
const positionOf = async (known: string) => (await moment({ known })).known;

beforeAll(async () => {
  database = await testDatabase({ migrations: [Vault1735689600000, EventLog1796083200001], entities: [] });
  log = new PostgresEventLog(
    database.pool,
    new Catalogue(...householdPart.slices.map(({ events }) => events)),
    new Vault(database.pool, keys),
    keys,
  );
  for (const [expected, instant] of recorded.entries()) {
    await database.ownerPool.query(
      `CREATE OR REPLACE FUNCTION log.now() RETURNS timestamptz LANGUAGE sql VOLATILE AS $$SELECT '${instant}'::timestamptz$$`,
    );
    const key = `spec/${expected}` as CommandKey;
    await log.append({
      stream,
      expected,
      key,
      body: 'b' as BodyDigest,
      by: attributionOf(townshipCadre),
      events: [happened.HomeVisited()],
    });
  }
});
afterAll(() => database.drop());

describe('a moment', () => {
  it('is today, as known now, where nothing is said', async () => {
    expect(await moment({})).toEqual({ effective: '2020-03-15', known: 4 });
  });

  it('has its own day, and its own knowledge', async () => {
    expect(await moment({ at: '2019-02-28', known: '@2' })).toEqual({ effective: '2019-02-28', known: 2 });
    expect(await moment({ at: '2031-01-01' })).toEqual({ effective: '2031-01-01', known: 4 });
  });
});

describe('what was known', () => {
  it.each([
    ['@0', 0],
    ['@3', 3],
    ['@4', 4],
    ['@5', 4],
    ['@999999999999999', 4],
  ])('at the position %s, which is not beyond the newest', async (known, position) => {
    expect(await positionOf(known)).toBe(position);
  });

  it.each([
    ['2018-06-29', 0],
    ['2018-06-30', 1],
    ['2018-07-01', 4],
    ['2030-01-01', 4],
  ])('at the end of the county’s day %s', async (known, position) => {
    expect(await positionOf(known)).toBe(position);
  });

  it.each([
    ['2018-06-30T15:59:59.998Z', 0],
    ['2018-06-30T15:59:59.999Z', 1],
    ['2018-06-30T23:59:59.999+08:00', 1],
    ['2018-07-01T00:00+08:00', 2],
    ['2018-06-30T16:00:00Z', 2],
    ['2018-07-01T09:59:59+08:00', 2],
    ['2018-06-30T22:00:00-04:00', 3],
  ])('at the instant %s', async (known, position) => {
    expect(await positionOf(known)).toBe(position);
  });
});

describe('what names no moment', () => {
  it.each(['2018-02-30', '2018-6-30', 'today', '', '2018-06-30T00:00:00Z', "2018-06-30'--"])('is told apart: at %j', async (at) => {
    await expect(moment({ at })).rejects.toMatchObject({
      name: 'MomentUnreadable',
      field: 'at',
      value: at,
      en: expect.stringContaining('a day that exists'),
      zh: expect.stringContaining('应为存在的日期'),
    });
  });

  it.each([
    ...[
      '',
      '@',
      '@-1',
      '@1.5',
      '4',
      '@1234567890123456',
      '2018-02-30',
      '2018-02-30T00:00:00Z',
      '2018-06-30T00:00:00',
      '2018-06-30T25:00:00Z',
    ],
    ...['2018-06-30T09:00:00 08:00', '2018-06-30 09:00:00Z', '2018-06-30T09:00:00.0001Z', 'yesterday', '2018-06-30T09:00:00+99:99'],
  ])('is told apart: known %j', async (known) => {
    const refused = moment({ known });
    await expect(refused).rejects.toThrow(MomentUnreadable);
    await expect(refused).rejects.toMatchObject({ field: 'known', value: known, zh: expect.stringContaining('应为位置') });
  });
});
