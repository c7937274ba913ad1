import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { nameOf } from '../storage/change.js';
import type { Projector } from '../following/projector.js';
import type { ReadableLog } from '../projecting/reading.js';
import type { ToyLog } from '../toy/toy-log.fixture.js';
import { ToyBench } from '../toy/toy-database.fixture.js';
import { earnings, families, longLog, tell, type Telling } from '../toy/toy.fixture.js';

let bench: ToyBench;
let projector: Projector;
beforeAll(async () => {
  bench = await ToyBench.open();
});
beforeEach(() => {
  projector = bench.projector();
});
afterEach(() => bench.clear());
afterAll(() => bench.db.drop());

const live = ['broken', 'checkpoint', 'parked', 'rebuilt', 'toy_earning', 'toy_family', 'toy_person'];
const old = ['toy_earning~old', 'toy_family~old', 'toy_person~old'];
const opened = async (...incomes: number[]) => {
  bench.log.say(1, { type: 'Opened', data: { village: 'v', people: 2 } });
  for (const yuan of incomes) bench.log.say(1, { type: 'Earned', data: { yuan } });
  await projector.start();
  await bench.caughtUp(projector);
};

describe('a comparison', () => {
  it('finds each row that was tampered with, and mends nothing', async () => {
    await opened(7);
    await bench.query(`UPDATE read.toy_family SET yuan = 8`);
    await bench.query(`DELETE FROM read.toy_person WHERE number = 1`);
    await bench.query(`INSERT INTO read.toy_earning SELECT 99, 0, yuan, "recordedAt" FROM read.toy_earning`);
    expect(await projector.rebuild(undefined, { compare: true })).toMatchObject({
      entries: 2,
      rows: 4,
      differing: [
        { table: 'read."toy_family"', rows: 1, keys: [['family-1']], apart: [] },
        { table: 'read."toy_person"', rows: 1, keys: [['family-1', 1]], apart: [] },
        { table: 'read."toy_earning"', rows: 1, keys: [[99, 0]], apart: [] },
      ],
    });
    expect(await bench.query('SELECT yuan FROM read.toy_family')).toEqual([{ yuan: 8 }]);
    expect(await bench.tables()).toEqual(live);
  });

  it('of random histories finds that what was projected bit by bit equals what is derived at once', async () => {
    const telling: fc.Arbitrary<Telling> = fc.record({
      family: fc.integer({ min: 0, max: 2 }),
      what: fc.constantFrom('Joined', 'Left', 'Earned', 'correct'),
      day: fc.integer({ min: 1, max: 9 }),
      value: fc.integer({ min: 0, max: 99 }),
    });
    const batches = fc.array(fc.array(telling, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 8 });
    const law = fc.asyncProperty(batches, async (history) => {
      await bench.clear();
      projector = bench.projector();
      await projector.start();
      for (const batch of history) {
        for (const said of batch) tell(bench.log, said);
        await bench.caughtUp(projector);
      }
      expect(await projector.rebuild(undefined, { compare: true })).toMatchObject({ entries: bench.log.entries.length, differing: [] });
    });
    await fc.assert(law, { numRuns: 40, seed: 20200315 });
  });

  it('of a model that stands in another version is refused', async () => {
    await expect(projector.rebuild(undefined, { compare: true })).rejects.toThrow('does not stand in this version');
    expect(await bench.tables()).toEqual(['broken', 'checkpoint', 'parked', 'rebuilt']);
  });
});

describe('a rebuild', () => {
  it('mends what was tampered with while the projector follows on', async () => {
    await opened(7);
    await bench.query(`UPDATE read.toy_family SET yuan = 8`);
    const { differing } = await bench.projector().rebuild();
    bench.log.say(2, { type: 'Opened', data: { village: 'w', people: 0 } });
    await bench.caughtUp(projector);
    expect(differing).toMatchObject([{ rows: 1 }]);
    expect(await bench.query('SELECT stream, yuan FROM read.toy_family ORDER BY 1')).toEqual([
      { stream: 'family-1', yuan: 7 },
      { stream: 'family-2', yuan: 0 },
    ]);
    expect(await bench.tables()).toEqual([...live, ...old].sort());
  });

  it('can be taken back while the projector follows on, and back again; what was live is kept until it is dropped', async () => {
    await opened(7);
    await bench.query(`UPDATE read.toy_family SET yuan = 8`);
    await bench.projector().rebuild();
    bench.log.say(1, { type: 'Joined', data: { name: 'late' } });
    await bench.caughtUp(projector);
    await projector.rollBack();
    bench.log.say(2, { type: 'Opened', data: { village: 'w', people: 0 } });
    await bench.caughtUp(projector);
    const yuan = 'SELECT yuan FROM read.toy_family ORDER BY stream';
    const names = 'SELECT cardinality(names) AS names FROM read.toy_family ORDER BY stream';
    expect(await bench.query(names)).toEqual([{ names: 3 }, { names: 0 }]);
    await projector.rollBack(['families', 'earnings']);
    bench.log.say(3, { type: 'Opened', data: { village: 'w', people: 0 } });
    await bench.caughtUp(projector);
    expect(await bench.query(yuan)).toEqual([{ yuan: 7 }, { yuan: 0 }, { yuan: 0 }]);
    expect((await projector.rebuild(undefined, { compare: true })).differing).toEqual([]);
    await projector.dropPrevious();
    expect(await bench.tables()).toEqual(live);
    await expect(projector.rollBack()).rejects.toThrow('nothing old of families is kept');
  });

  it('to another version is not taken back by the release that does not know the old one', async () => {
    await opened(7);
    await projector.stop();
    const next = bench.projector({ projections: [families(2), earnings] });
    await next.start();
    await expect(next.rollBack(['families'])).rejects.toThrow('only the release that wrote it');
  });

  it('of a long log loses no entry that arrives meanwhile', async () => {
    longLog(20_000, bench.log);
    await projector.start();
    let more = 0;
    const onProgress = () => bench.log.say(more++ % 997, { type: 'Earned', data: { yuan: more } });
    await bench.projector().rebuild(undefined, { onProgress });
    await bench.caughtUp(projector);
    expect(more).toBeGreaterThan(10);
    expect((await projector.rebuild(undefined, { compare: true })).differing).toEqual([]);
  });

  it('happens at start when the version or the tables have changed', async () => {
    await opened(7);
    await projector.stop();
    const next = bench.projector({ projections: [families(2), earnings] });
    await next.start();
    expect(await bench.query('SELECT yuan FROM read.toy_family')).toEqual([{ yuan: 14 }]);
    expect((await next.status()).map(({ lag }) => lag)).toEqual([0, 0]);
  });

  it('that is given up leaves the live tables alone, and nothing beside them', async () => {
    await opened(7);
    await bench.query(`UPDATE read.toy_family SET yuan = 8`);
    const given = new AbortController();
    const onProgress = () => {
      given.abort(new Error('enough'));
    };
    await expect(projector.rebuild(undefined, { onProgress, signal: given.signal })).rejects.toThrow('enough');
    expect(await bench.query('SELECT yuan FROM read.toy_family')).toEqual([{ yuan: 8 }]);
    expect(await bench.tables()).toEqual(live);
  });

  it.each([
    ['families', { type: 'Joined', data: { name: 'poison' } }],
    ['earnings', { type: 'Earned', data: { yuan: 'none' } }],
  ])('parks the stream that following it parked, and keeps the rows before it: %s', async (model, poison) => {
    await opened(7);
    bench.log.say(1, poison);
    bench.log.say(1, { type: 'Earned', data: { yuan: 9 } });
    await bench.caughtUp(projector);
    const followed = [await projector.status(), await bench.query('SELECT position, yuan FROM read.toy_earning ORDER BY 1')];
    await projector.rebuild([model]);
    expect([await projector.status(), await bench.query('SELECT position, yuan FROM read.toy_earning ORDER BY 1')]).toEqual(followed);
    expect(followed).toMatchObject([expect.arrayContaining([expect.objectContaining({ model, parked: [expect.anything()] })]), {}]);
  });

  it('lays down what entries gave in the order of the log, though it was made stream by stream', async () => {
    longLog(2_000, bench.log);
    await projector.rebuild();
    const positions = (await bench.query('SELECT position::int FROM read.toy_earning ORDER BY ctid')).map(({ position }) =>
      Number(position),
    );
    expect(positions).toEqual([...positions].sort((a, b) => a - b));
    expect(positions).toHaveLength(2_000 - 997);
  });

  it('reads only the streams that its models are of', async () => {
    await opened(7);
    const asked: unknown[] = [];
    const { log } = bench;
    const readByStream = (range: Parameters<ReadableLog['readByStream']>[0]) => {
      asked.push(range.kinds);
      return log.readByStream(range);
    };
    const watched = bench.projector({ log: Object.assign(Object.create(log) as ToyLog, { readByStream }) });
    await watched.rebuild(['families'], { compare: true });
    await watched.rebuild(['earnings'], { compare: true });
    expect(asked).toEqual([['family'], undefined]);
  });

  it('is made by one at a time', async () => {
    const { log } = bench;
    log.say(1, { type: 'Opened', data: { village: 'v', people: 2 } });
    let second: unknown;
    async function* readByStream(...range: Parameters<ReadableLog['readByStream']>) {
      second = await bench.projector().rebuild().catch(nameOf);
      yield* log.readByStream(...range);
    }
    await bench.projector({ log: Object.assign(Object.create(log) as ToyLog, { readByStream }) }).rebuild();
    expect(second).toBe('RebuildUnderWay');
  });

  it('of a name that no model has is refused', async () => {
    await expect(projector.rebuild(['houses'])).rejects.toThrow('no read model is called "houses"; there are families, earnings');
  });
});
