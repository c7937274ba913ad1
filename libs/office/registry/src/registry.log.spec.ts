import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  Catalogue,
  type EventOf,
  type Owner,
  type PersonId,
  type RegionCode,
  sealedTo,
  type StreamName,
  streamName,
  type UnitId,
} from '@lookback/kernel';
import { type BodyDigest, type CommandKey, EventLog1796083200001, PostgresEventLog, StreamCache } from '@lookback/log/event-log';
import { CommitKeys, Keys, Vault, Vault1735689600000 } from '@lookback/log/vault';
import { attributionOf, countyOffice, type TestDatabase, testDatabase } from '@lookback/testing';
import { peopleNames } from './people/people-names.js';
import { unitNames } from './units/unit-names.js';
import * as personEvents from './people/person.events.js';
import { PostsFromLog } from './people/posts-from-log.js';
import type { RegionName, UnitName } from './public-name.js';
import { RegionDirectory } from './regions/region-directory.js';
import * as regionsEvents from './regions/regions.events.js';
import type { RegionSource } from './regions/regions.events.js';
import { shippedRegions } from './regions/shipped-regions.js';
import * as unitEvents from './units/unit.events.js';

const keys = new Keys(
  randomBytes(32),
  CommitKeys.parse(`k1 ${randomBytes(32).toString('hex')}`, 'spec', { origin: 'lookback-spec', epoch: 1 }),
);
const county = '610426' as RegionCode;
const townZone = { unit: 'u-zone' as UnitId, level: 'county', region: '610426101' as RegionCode } as const;
const village = { unit: 'u-village' as UnitId, level: 'village', region: '610426101200' as RegionCode } as const;
const li = 'p-li' as PersonId;

let database: TestDatabase;
let log: PostgresEventLog;
let asked = 0;

async function tell(stream: StreamName, effectiveOn: `${number}-${number}-${number}`, ...events: EventOf[]): Promise<void> {
  const expected = (await log.readStream(stream)).length;
  const key = `spec/${(asked += 1)}` as CommandKey;
  await log.append({ stream, expected, key, body: 'b' as BodyDigest, by: attributionOf(countyOffice, { effectiveOn }), events });
}

const register = (id: string, name: string) => {
  const seal = sealedTo(streamName('person', id) as string as Owner);
  return tell(
    streamName('person', id),
    '2018-01-01',
    personEvents.personRegistered({ name: seal(name), phone: null, region: county, confirmed: true }),
  );
};

beforeAll(async () => {
  database = await testDatabase({ migrations: [Vault1735689600000, EventLog1796083200001], entities: [] });
  log = new PostgresEventLog(database.pool, new Catalogue(regionsEvents, unitEvents, personEvents), new Vault(database.pool, keys), keys);
  for (const [{ unit, level, region }, kind, name] of [
    [townZone, 'battle-zone', '店头战区'],
    [village, 'village-committee', '仪井村村委会'],
  ] as const)
    await tell(streamName('unit', unit), '2020-01-01', unitEvents.unitRegistered({ name: name as UnitName, kind, region, level }));
  await register(li, '李伟');
});

afterAll(async () => {
  await database.drop();
});

describe('the post that a person held', () => {
  const posts = () => new PostsFromLog(new StreamCache(log));
  const stream = streamName('person', li);

  it('is none before there is one, and for a person who is not on record', async () => {
    expect(await posts().held(li, '2020-03-01')).toBeNull();
    expect(await posts().held('p-nobody' as PersonId, '2020-03-01')).toBeNull();
  });

  it('is the highest of that day, with the revision at which it was read', async () => {
    await tell(stream, '2018-03-01', personEvents.posted({ post: 'village-officer', ...village }));
    await tell(stream, '2019-03-01', personEvents.posted({ post: 'zone-commander', ...townZone }));
    await tell(stream, '2019-09-01', personEvents.postEnded({ post: 'zone-commander', unit: townZone.unit }));
    const read = { stream, revision: 4 };
    const officer = { holder: { person: li, post: 'village-officer', unit: village.unit, level: 'village' }, region: village.region, read };
    const commander = {
      holder: { person: li, post: 'zone-commander', unit: townZone.unit, level: 'county' },
      region: townZone.region,
      read,
    };
    expect(await posts().held(li, '2018-02-28')).toBeNull();
    expect(await posts().held(li, '2018-03-01')).toEqual(officer);
    expect(await posts().held(li, '2019-08-31')).toEqual(commander);
    expect(await posts().held(li, '2019-09-01')).toEqual(officer);
  });

  it('says where a person serves: where the posts lie, and without any, where the person was registered', async () => {
    expect(await posts().regionsOf(li)).toEqual([village.region]);
    expect(await posts().regionsOf('p-nobody' as PersonId)).toBeNull();
  });

  it('does not count in a unit that is not on record, nor at a level or in a region that is not the unit’s', async () => {
    await tell(stream, '2020-01-01', personEvents.posted({ post: 'county-leader', ...townZone, unit: 'u-nowhere' as UnitId }));
    await tell(stream, '2020-01-01', personEvents.posted({ post: 'information-officer', ...village, level: 'province' }));
    await tell(stream, '2020-01-01', personEvents.posted({ post: 'zone-commander', ...townZone, region: county }));
    expect((await posts().held(li, '2020-03-01'))?.holder.post).toBe('village-officer');
  });
});

describe('names', () => {
  it('are given for people and units on record', async () => {
    expect(await peopleNames(log, [li, li, 'p-nobody' as PersonId])).toEqual(new Map([[li, '李伟']]));
    expect(await unitNames(log, [village.unit, 'u-nowhere' as UnitId])).toEqual(new Map([[village.unit, '仪井村村委会']]));
  });
});

describe('the directory of regions', () => {
  it('takes in the counties that come, and knows since when', async () => {
    const directory = await RegionDirectory.load(log);
    expect(directory.on('2020-01-01').name(county)).toBeUndefined();
    const adoptions = shippedRegions();
    for (const { county: code, source, divisions } of adoptions) {
      const event = regionsEvents.regionsAdopted({ county: code, source, divisions });
      await tell(streamName('regions', code), code === county ? '2016-01-01' : '2014-01-01', event);
    }
    expect(directory.on('2020-01-01').name(county)).toBeUndefined();
    await Promise.all([directory.refresh(), directory.refresh()]);
    expect(directory.on('2020-01-01').name(county)).toBe('永寿县');
    expect(directory.on('2020-01-01').villageNamed('永寿县', '甘井镇', '杜家庄村')).not.toBeNull();
    const known = await log.head();
    expect(directory.asOf({ effective: '2015-12-31', known }).name(county)).toBeUndefined();
    expect(directory.asOf({ effective: '2015-12-31', known }).name('430204' as RegionCode)).toBe('石峰区');
    expect(directory.asOf({ effective: '2016-01-01', known: known - 1 }).name(county)).toBeUndefined();
    expect(directory.asOf({ effective: '2016-01-01', known }).name(county)).toBe('永寿县');
    expect((await RegionDirectory.load(log)).on('2020-01-01')).toEqual(directory.on('2020-01-01'));
  });

  it('knows those of a year to come from their day on, and what is a division no longer by its last name', async () => {
    const directory = await RegionDirectory.load(log);
    const { source, divisions } = shippedRegions().find((adoption) => adoption.county === county) ?? { source: 'none', divisions: [] };
    const [gone, renamed] = ['610426101232', '610426101'] as RegionCode[];
    const next = divisions.flatMap((one) =>
      one.code === gone ? [] : [one.code === renamed ? { ...one, name: '新店头镇' as RegionName } : one],
    );
    const before = directory.on('2026-12-31');
    await tell(
      streamName('regions', county),
      '2027-01-01',
      regionsEvents.regionsAdopted({ county, source: source as RegionSource, divisions: next }),
    );
    await directory.refresh();
    const [today, then] = [directory.on('2026-12-31'), directory.on('2027-01-01')];
    expect(today).toEqual(before);
    expect(today.villageNamed('永寿县', '店头镇', '仪井村')).toBe(gone);
    expect(then.name(renamed as RegionCode)).toBe('新店头镇');
    expect(then.villageNamed('永寿县', '新店头镇', '仪井村')).toBeNull();
    expect(then.name(gone as RegionCode)).toBe(today.name(gone as RegionCode));
    expect(directory.on('2019-01-01').name(renamed as RegionCode)).toBe('店头镇');
  });
});
