import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { streamName } from '@lookback/kernel';
import { villageOfficer } from '@lookback/testing';
import fc from 'fast-check';
import { account, DeskBench, takeOver, visit } from './desk.fixture.js';
import type { Receipt } from './receipt.dto.js';
import type { CommandRequest } from './submission.js';

const officer = account('officer', villageOfficer.person, 'record');
const clerk = account('clerk', null, 'record');
const outsider = account('outsider', null, 'review');

let bench: DeskBench;
beforeAll(async () => {
  bench = await DeskBench.open();
  bench.posts.give(villageOfficer, '2018-01-01');
});
afterAll(() => bench.database.drop());

/** What a list brings: its key is the row's own. */
const brought = (nth: number, otherwise: Partial<CommandRequest> = {}) =>
  bench.ask(`n${nth}`, takeOver(nth), clerk, { on: '2018-12-31', key: `row-${nth}`, ...otherwise });
const rowsOf = (...nths: number[]) => nths.map((nth) => brought(nth));

describe('a list', () => {
  it('is recorded in one go, each household after the other', async () => {
    const before = await bench.log.head();
    const outcomes = await bench.desk.submitMany(rowsOf(1, 2, 3));
    expect(outcomes).toEqual(
      [1, 2, 3].map((nth) => ({ id: `n${nth}`, revision: 1, position: before + nth, events: ['HouseholdTakenOver'] })),
    );
  });

  it('brought again, by any account, adds nothing and says what was there', async () => {
    const before = await bench.log.head();
    const outcomes = await bench.desk.submitMany([brought(3, { who: officer }), brought(4), brought(2)]);
    expect(outcomes).toEqual([
      { alreadyThere: true, id: 'n3' },
      { id: 'n4', revision: 1, position: before + 1, events: ['HouseholdTakenOver'] },
      { alreadyThere: true, id: 'n2' },
    ]);
    expect(await bench.log.head()).toBe(before + 1);
  });

  it('of which some are refused brings all the others', async () => {
    const headless = takeOver(6);
    const outcomes = await bench.desk.submitMany([
      brought(5),
      brought(6, { command: Object.assign(headless, { members: headless.members.slice(1) }) }),
      brought(7, { who: outsider }),
      brought(8, { envelope: { effectiveOn: '2020-03-16' } }),
      brought(1, { key: 'row-1-changed' }),
      brought(9),
    ]);
    expect(outcomes).toMatchObject([
      { id: 'n5', revision: 1 },
      { name: 'Refusal', rule: 'identification.one-head', facts: { heads: 0 } },
      { name: 'RightMissing', needed: ['record'], region: '610426101200' },
      { name: 'Refusal', rule: 'desk.not-yet' },
      { name: 'Refusal', rule: 'identification.already-on-record' },
      { id: 'n9', revision: 1 },
    ]);
    expect(await bench.log.readStreams([6, 7, 8].map((nth) => streamName('household', `n${nth}`)))).toEqual([[], [], []]);
  });

  it('that is tried is answered as if it were brought, and nothing is recorded', async () => {
    const headless = takeOver(11);
    const tried = [
      brought(10),
      brought(11, { command: Object.assign(headless, { members: headless.members.slice(1) }) }),
      brought(12, { who: outsider }),
      brought(1),
      brought(2, { key: 'row-2-changed' }),
    ];
    const before = await bench.log.head();
    const answers = await bench.desk.tryMany(tried);
    expect(answers).toEqual([{ id: 'n10', revision: 0, position: 0, events: [] }, ...(await bench.desk.submitMany(tried)).slice(1)]);
    expect(answers[4]).toMatchObject({ rule: 'identification.already-on-record' });
    expect(await bench.log.head()).toBe(before + 1);
  });

  it('brought twice at once is recorded once', async () => {
    const before = await bench.log.head();
    const outcomes = (await Promise.all([bench.desk.submitMany(rowsOf(20, 21)), bench.desk.submitMany(rowsOf(21, 20))])).flat();
    expect(outcomes.filter((one) => one instanceof Error)).toEqual([]);
    expect(await bench.log.head()).toBe(before + 2);
  });

  it('of nothing brings nothing', async () => {
    expect(await bench.desk.submitMany([])).toEqual([]);
  });
});

describe('commands repeated in any order, some at once', () => {
  it('are each recorded once, and answered alike', async () => {
    let run = 30;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(fc.nat({ max: 3 }), { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 6 }),
        async (rounds) => {
          const id = `n${(run += 1)}`;
          await bench.desk.submitMany([brought(run)]);
          const visits = [0, 1, 2, 3].map((nth) => bench.ask(id, visit(`visit ${nth}`), officer));
          const receipts = new Map<number, Receipt>();
          for (const round of rounds)
            for (const [nth, receipt] of await Promise.all(
              round.map(async (nth) => [nth, await bench.desk.submit(visits[nth] as CommandRequest)] as const),
            ))
              expect(receipts.get(nth) ?? receipt).toEqual(receipts.set(nth, receipt).get(nth));
          const keys = (await bench.history(id)).slice(1).map(({ key }) => key);
          expect(keys.sort()).toEqual([...receipts.keys()].map((nth) => `${officer.account}/${visits[nth]?.key ?? ''}`).sort());
        },
      ),
      { seed: 20200315, numRuns: 40 },
    );
  });
});
