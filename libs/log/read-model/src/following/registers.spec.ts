import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ToyBench } from '../toy/toy-database.fixture.js';
import { toyRegisters } from '../toy/toy-registers.fixture.js';
import { tell, type Telling } from '../toy/toy.fixture.js';

let bench: ToyBench;
beforeAll(async () => {
  bench = await ToyBench.open();
});
afterEach(() => bench.clear());
afterAll(() => bench.db.drop());

const projecting = (how?: Parameters<typeof toyRegisters>[0]) => bench.projector({ projections: toyRegisters(how) });
const rows = (table: string) =>
  bench.query(
    `SELECT subject::int, key, from_day::text, to_day::text, from_pos::int, ${table.endsWith('past') ? 'to_pos::int, ' : ''}set_by::int, yuan
       FROM read.${table} ORDER BY subject, key, from_day, from_pos`,
  );

describe('a register', () => {
  it('keeps what is known, and what was known once', async () => {
    const projector = projecting();
    await projector.start();
    bench.log.say(1, { type: 'Opened', data: { village: 'v', people: 0 } });
    const earned = bench.log.say(1, { type: 'Earned', data: { yuan: 7 } }, '2020-03-01');
    bench.log.correct(1, earned, { type: 'Earned', data: { yuan: 8 } });
    await bench.caughtUp(projector);
    expect(await rows('toy_earnings_known')).toEqual([
      { subject: 1, key: '', from_day: '2020-01-01', to_day: '2020-03-01', from_pos: 1, set_by: 1, yuan: 0 },
      { subject: 1, key: '', from_day: '2020-03-01', to_day: 'infinity', from_pos: 4, set_by: 4, yuan: 8 },
    ]);
    expect(await rows('toy_earnings_past')).toEqual([
      { subject: 1, key: '', from_day: '2020-03-01', to_day: 'infinity', from_pos: 1, to_pos: 2, set_by: 1, yuan: 0 },
      { subject: 1, key: '', from_day: '2020-03-01', to_day: 'infinity', from_pos: 2, to_pos: 4, set_by: 2, yuan: 7 },
    ]);
    expect(await bench.query('SELECT home, set_by::int FROM read.toy_earnings_place_known')).toEqual([{ home: 'v', set_by: 1 }]);
  });

  it('has, followed entry by entry, the rows that a rebuild gives', async () => {
    const telling: fc.Arbitrary<Telling> = fc.record({
      family: fc.integer({ min: 0, max: 2 }),
      what: fc.constantFrom('Joined', 'Left', 'Earned', 'correct'),
      day: fc.integer({ min: 1, max: 9 }),
      value: fc.integer({ min: 0, max: 9 }),
    });
    const batches = fc.array(fc.array(telling, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 8 });
    const law = fc.asyncProperty(batches, async (history) => {
      await bench.clear();
      const projector = projecting();
      await projector.start();
      for (const batch of history) {
        for (const said of batch) tell(bench.log, said);
        await bench.caughtUp(projector);
      }
      expect((await projector.rebuild(undefined, { compare: true })).differing).toEqual([]);
    });
    await fc.assert(law, { numRuns: 30, seed: 20200315 });
  });

  it('that throws for one stream parks it alone; its rows stay as they were, live as in a rebuild, and all else goes on', async () => {
    const projector = projecting();
    await projector.start();
    bench.log.say(1, { type: 'Opened', data: { village: 'v', people: 1 } });
    bench.log.say(1, { type: 'Earned', data: { yuan: 3 } });
    bench.log.say(1, { type: 'Earned', data: { yuan: 5_000 } });
    bench.log.say(1, { type: 'Joined', data: { name: '李' } });
    bench.log.say(2, { type: 'Opened', data: { village: 'v', people: 1 } });
    await bench.caughtUp(projector);
    const parked = [{ stream: 'family-1', position: 3, error: 'RangeError' }];
    expect((await projector.status()).map(({ model, parked: some }) => [model, some])).toEqual([
      ['toy-earnings', parked],
      ['toy-names', []],
    ]);
    const yuan = async () => (await bench.query(`SELECT subject::int, yuan FROM read.toy_earnings_known WHERE to_day = 'infinity' ORDER BY 1`)).map(({ subject, yuan: one }) => [subject, one]); // prettier-ignore
    expect(await yuan()).toEqual([[1, 3], [5, 0]]); // prettier-ignore
    expect(await bench.query(`SELECT count(*)::int AS n FROM read.toy_names_known WHERE subject = 1`)).toEqual([{ n: 2 }]);
    const live = await Promise.all([rows('toy_earnings_known'), rows('toy_earnings_past')]);
    await projector.rebuild();
    expect(await Promise.all([rows('toy_earnings_known'), rows('toy_earnings_past')])).toEqual(live);
    expect((await projector.status())[0]?.parked).toEqual(parked);
  });

  it('in a new version says before it takes the place of the old one what differs', async () => {
    const first = projecting();
    await first.start();
    bench.log.say(1, { type: 'Opened', data: { village: 'v', people: 0 } });
    bench.log.say(1, { type: 'Earned', data: { yuan: 7 } });
    await bench.caughtUp(first);
    await first.stop();
    const second = projecting({ version: 2, multiplied: 2 });
    await second.start();
    await bench.caughtUp(second);
    expect(await bench.query(`SELECT yuan FROM read.toy_earnings_known WHERE to_day = 'infinity'`)).toEqual([{ yuan: 14 }]);
    const table = 'read."toy_earnings_known"';
    expect(await bench.query('SELECT model, position::int, was <> version AS "isOther", differing FROM read.rebuilt')).toEqual([
      { model: 'toy-earnings', position: 2, isOther: true, differing: [{ table, rows: 1, keys: [[1, '2020-01-01', '']], apart: [] }] },
    ]);
  });
});
