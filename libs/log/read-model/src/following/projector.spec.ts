import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { ToyBench } from '../toy/toy-database.fixture.js';
import { families } from '../toy/toy.fixture.js';

let bench: ToyBench;
beforeAll(async () => {
  bench = await ToyBench.open();
});
afterEach(() => bench.clear());
afterAll(() => bench.db.drop());

describe('the projector', () => {
  it('says before it ever ran that every model is at the beginning', async () => {
    await bench.query('DROP TABLE IF EXISTS read.checkpoint, read.parked, read.broken');
    expect((await bench.projector().status()).map(({ position, parked }) => [position, parked])).toEqual([[0, []], [0, []]]); // prettier-ignore
  });

  it('writes rows of states and of entries', async () => {
    const projector = bench.projector();
    await projector.start();
    bench.log.say(1, { type: 'Opened', data: { village: 'v', people: 2 } });
    bench.log.say(1, { type: 'Earned', data: { yuan: 7 } });
    await bench.caughtUp(projector);
    const names = ['张0\t"a\\b"', '张1\t"a\\b"'];
    expect(await bench.query('SELECT *, since::text FROM read.toy_family')).toEqual([
      { stream: 'family-1', village: 'v', yuan: 7, inapplicable: 0, since: '2020-01-01', names },
    ]);
    expect(await bench.query('SELECT * FROM read.toy_person ORDER BY number')).toEqual(
      names.map((name, number) => ({ stream: 'family-1', number, name, details: { name } })),
    );
    expect(await bench.query('SELECT position, n, yuan FROM read.toy_earning')).toEqual([{ position: '2', n: 0, yuan: 7 }]);
  });

  it('writes no row again that stands already, and each that has changed', async () => {
    const projector = bench.projector();
    await projector.start();
    bench.log.say(1, { type: 'Opened', data: { village: 'v', people: 2 } });
    bench.log.say(1, { type: 'Earned', data: { yuan: 7 } });
    await bench.caughtUp(projector);
    const written = async () => (await bench.query('SELECT xmin FROM read.toy_person ORDER BY number')).map(({ xmin }) => xmin);
    const first = await written();
    bench.log.say(1, { type: 'Earned', data: { yuan: 8 } });
    await bench.caughtUp(projector);
    expect(await bench.query('SELECT yuan FROM read.toy_family')).toEqual([{ yuan: 8 }]);
    expect(await written()).toEqual(first);
    bench.log.say(1, { type: 'Left', data: { name: '张1\t"a\\b"' } });
    bench.log.say(1, { type: 'Joined', data: { name: '李' } });
    await bench.caughtUp(projector);
    expect((await bench.query('SELECT name FROM read.toy_person ORDER BY number')).map(({ name }) => name)).toEqual(['张0\t"a\\b"', '李']);
  });

  it('folds a stream anew for a late fact', async () => {
    const projector = bench.projector();
    bench.log.say(1, { type: 'Opened', data: { village: 'v', people: 0 } });
    bench.log.say(1, { type: 'Earned', data: { yuan: 7 } }, '2020-03-01');
    await projector.start();
    await bench.caughtUp(projector);
    bench.log.say(1, { type: 'Earned', data: { yuan: 5 } }, '2020-02-01');
    bench.log.say(1, { type: 'Left', data: { name: 'nobody' } }, '2020-02-01');
    await bench.caughtUp(projector);
    expect(await bench.query('SELECT yuan, inapplicable FROM read.toy_family')).toEqual([{ yuan: 7, inapplicable: 1 }]);
  });

  it('folds a stream anew for a correction, though it was not kept', async () => {
    bench.log.say(1, { type: 'Opened', data: { village: 'v', people: 0 } });
    const earned = bench.log.say(1, { type: 'Earned', data: { yuan: 7 } });
    await bench.projector().rebuild();
    bench.log.correct(1, earned, { type: 'Earned', data: { yuan: 8 } });
    const projector = bench.projector();
    await projector.start();
    await bench.caughtUp(projector);
    expect(await bench.query('SELECT yuan FROM read.toy_family')).toEqual([{ yuan: 8 }]);
  });

  it('makes the keys and indexes that the entities ask for', async () => {
    await bench.projector().start();
    const indexes = await bench.query(`SELECT indexdef FROM pg_indexes WHERE tablename LIKE 'toy%' ORDER BY indexname`);
    expect(indexes.map(({ indexdef }) => String(indexdef).replace('CREATE ', ''))).toEqual([
      'UNIQUE INDEX toy_earning_key ON read.toy_earning USING btree ("position", n)',
      'INDEX toy_family_1 ON read.toy_family USING btree (village)',
      'UNIQUE INDEX toy_family_key ON read.toy_family USING btree (stream)',
      'INDEX toy_person_1 ON read.toy_person USING btree (name text_pattern_ops)',
      'UNIQUE INDEX toy_person_key ON read.toy_person USING btree (stream, number)',
    ]);
  });

  it('first brings a model that lags to where the others stand', async () => {
    const both = bench.projector();
    await both.start();
    bench.log.say(1, { type: 'Opened', data: { village: 'v', people: 0 } });
    await bench.caughtUp(both);
    await both.stop();
    const one = bench.projector({ projections: [families()] });
    await one.start();
    bench.log.say(1, { type: 'Earned', data: { yuan: 7 } });
    await bench.caughtUp(one);
    await one.stop();
    await both.start();
    expect(await bench.query('SELECT position, yuan FROM read.toy_earning')).toEqual([{ position: '2', yuan: 7 }]);
    expect((await both.status()).map(({ position }) => position)).toEqual([2, 2]);
  });

  it('says what it had not reached in time', async () => {
    const projector = bench.projector();
    await projector.start();
    await expect(projector.reached(1, { timeoutMs: 1 })).rejects.toMatchObject({ name: 'NotReached', position: 1, at: 0 });
  });
});

describe('a stream that cannot be projected', () => {
  it.each([
    ['poison', 'RangeError'],
    ['\0', 'PostgreSQL 22021'],
  ])('is parked at %j, shown without what it said, and stops nobody else', async (name, error) => {
    const projector = bench.projector();
    await projector.start();
    bench.log.say(1, { type: 'Opened', data: { village: 'v', people: 1 } });
    await bench.caughtUp(projector);
    bench.log.say(1, { type: 'Joined', data: { name } });
    bench.log.say(2, { type: 'Opened', data: { village: 'v', people: 1 } });
    await bench.caughtUp(projector);
    bench.log.say(1, { type: 'Left', data: { name } });
    bench.log.say(1, { type: 'Earned', data: { yuan: 3 } });
    await bench.caughtUp(projector);
    expect(await projector.status()).toEqual([
      { model: 'families', position: 5, head: 5, lag: 0, parked: [{ stream: 'family-1', position: expect.any(Number), error }] },
      { model: 'earnings', position: 5, head: 5, lag: 0, parked: [] },
    ]);
    expect(await bench.query('SELECT stream, yuan FROM read.toy_family ORDER BY 1')).toEqual([
      { stream: 'family-1', yuan: 0 },
      { stream: 'family-2', yuan: 0 },
    ]);
    await projector.rebuild(['families']);
    expect((await projector.status())[0]?.parked).toEqual([]);
    expect(await bench.query(`SELECT yuan FROM read.toy_family WHERE stream = 'family-1'`)).toEqual([{ yuan: 3 }]);
  });
});
