import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { LogUnavailable } from '@lookback/log/event-log';
import fc from 'fast-check';
import type { ReactorCondition } from './reactor.js';
import { opening, refuse, ToyHouse } from './toy.fixture.js';

let house: ToyHouse;
let door = 0;
beforeAll(async () => {
  house = await ToyHouse.open();
});
/** Every spec has doors of its own. */
beforeEach(async () => {
  door += 10;
  house.before = () => undefined;
  await house.database.pool.query('DROP TABLE IF EXISTS read.reaction, read.stuck_reaction');
});
afterAll(() => house.database.drop());

const settle = async (reactor = house.reactor()) => reactor.settle(await house.log.head());
const stuckNow = async () => {
  const [{ stuck } = { stuck: [] }] = await house.reactor().status();
  return stuck.map(({ stream, reason }) => [stream, reason]);
};

describe('a reaction', () => {
  it('asks every command that follows from an entry, in order, and names the entry as its cause', async () => {
    const id = await house.knock(door, 3);
    await settle();
    expect(await house.openings(door)).toEqual(['1.1', '1.2', '1.3']);
    expect(await house.causes(door)).toEqual([id, id, id]);
  });

  it('hears nothing twice, though its checkpoint was lost', async () => {
    await house.knock(door, 2);
    await settle();
    await settle();
    await house.database.pool.query('DELETE FROM read.reaction');
    await settle();
    expect(await house.openings(door)).toEqual(['1.1', '1.2']);
  });

  it('hears a report when it is confirmed, and none that is declined', async () => {
    const declined = house.reported(door, false);
    await declined;
    const confirmation = await house.reported(door + 1, true);
    await settle();
    expect([await house.openings(door), await house.openings(door + 1)]).toEqual([[], ['1.1']]);
    expect(await house.causes(door + 1)).toEqual([confirmation]);
  });

  it('that is new hears what was recorded before, and the others nothing again', async () => {
    await house.knock(door);
    await settle();
    const asked: string[] = [];
    house.before = (_, { heard }) => asked.push(heard.stream);
    await settle(house.reactor({ reactions: [opening, { ...opening, name: 'again' }] }));
    expect(asked.filter((stream) => stream === `outside-${door}`)).toHaveLength(1);
    expect(await house.openings(door)).toEqual(['1.1', '1.1']);
  });

  it('bears a name of its own', () => {
    expect(() => house.reactor({ reactions: [opening, opening] })).toThrow('two reactions are called opening');
  });

  it('answers each entry once, whatever fails, and however often it begins anew', async () => {
    const model = fc.array(fc.record({ door: fc.nat(2), times: fc.integer({ min: 0, max: 2 }), fails: fc.boolean() }), { maxLength: 12 });
    const property = fc.asyncProperty(model, async (knocks) => {
      door += 10;
      for (const knock of knocks) await house.knock(door + knock.door, knock.times);
      let [asked, failed] = [0, 0];
      house.before = () => {
        if (!knocks[asked++ % knocks.length]?.fails || failed > 8) return;
        failed++;
        throw new LogUnavailable('cut off');
      };
      for (let tries = 0; tries < 10; tries++) if (await settle().then(() => true, () => false)) break; // prettier-ignore
      for (const nth of [0, 1, 2]) {
        const own = knocks.filter((knock) => knock.door === nth);
        const wanted = own.flatMap(({ times }, i) => Array.from({ length: times }, (_, n) => `${i + 1}.${n + 1}`));
        expect(await house.openings(door + nth)).toEqual(wanted);
      }
    });
    await fc.assert(property, { numRuns: 8, seed: 11 });
  });
});

describe('an entry that cannot be answered', () => {
  const isLocked = (at: number) => (asked: { readonly door: number }) => (asked.door === at ? refuse('toy.locked') : undefined);

  it('holds up its own stream, with the rule that refused, and no other', async () => {
    house.before = isLocked(door);
    for (const at of [door, door + 1, door]) await house.knock(at);
    await settle();
    expect([await house.openings(door), await house.openings(door + 1)]).toEqual([[], ['1.1']]);
    expect(await stuckNow()).toEqual([[`outside-${door}`, 'toy.locked']]);
  });

  it('is tried again when somebody asks for it, with all that came after it, in order', async () => {
    house.before = isLocked(door);
    for (const times of [2, 1, 1]) await house.knock(door, times);
    const reactor = house.reactor();
    reactor.start();
    await settle();
    house.before = ({ after }) => (after === 3 ? refuse('toy.locked') : undefined);
    expect(await reactor.retryStuck()).toHaveLength(1);
    while ((await house.openings(door)).length < 3);
    house.before = () => undefined;
    while ((await stuckNow()).length > 0) await reactor.retryStuck();
    await reactor.stop();
    expect(await house.openings(door)).toEqual(['1.1', '1.2', '2.1', '3.1']);
  });

  it('is tried again by the next that leads, as another release may answer it', async () => {
    house.before = isLocked(door);
    await house.knock(door);
    await settle();
    house.before = () => undefined;
    const reactor = house.reactor();
    reactor.start();
    while ((await stuckNow()).length > 0);
    await reactor.stop();
    expect(await house.openings(door)).toEqual(['1.1']);
  });

  it('is asked for a few times where it fails, and named by the class of what failed', async () => {
    let tries = 0;
    house.before = (asked) => {
      if (asked.door !== door) return;
      tries += 1;
      throw new RangeError('张三的电话');
    };
    await house.knock(door);
    await settle();
    expect([tries, await stuckNow()]).toEqual([4, [[`outside-${door}`, 'RangeError']]]);
  });

  it('is none where the rule that refuses says that it is so already', async () => {
    house.before = ({ nth }) => (nth === 1 ? refuse('toy.open-already') : undefined);
    await house.knock(door, 2);
    await settle();
    expect([await stuckNow(), await house.openings(door)]).toEqual([[], ['1.2']]);
  });
});

describe('a reactor', () => {
  it('waits where the log is away, and nothing is stuck', async () => {
    let left = 2;
    house.before = () => {
      if (left-- > 0) throw new LogUnavailable('away');
    };
    const told: (string | undefined)[][] = [];
    const reactor = house.reactor();
    await house.knock(door);
    reactor.start((...condition) => told.push(condition));
    while ((await house.openings(door)).length < 1);
    while (reactor.condition !== 'following') await house.log.head();
    await reactor.stop();
    expect(told).toEqual([
      ['away', 'LogUnavailable'],
      ['following', undefined],
      ['stopped', undefined],
    ]);
  });

  it('stands by while another leads, and takes over when that ends', async () => {
    const conditions = (reactor: { readonly condition: ReactorCondition }[]) => reactor.map(({ condition }) => condition);
    const both = [house.reactor(), house.reactor()];
    both[0]?.start();
    while (both[0]?.condition !== 'following') await house.log.head();
    both[1]?.start();
    while (both[1]?.condition !== 'standing by') await house.log.head();
    expect(conditions(both)).toEqual(['following', 'standing by']);
    await house.knock(door);
    await both[0].stop();
    await house.knock(door);
    while ((await house.openings(door)).length < 2 || conditions(both)[1] === 'standing by');
    expect(conditions(both)).toEqual(['stopped', 'following']);
    await both[1].stop();
  });

  it('says how far each reaction is, and that all is looked at, whatever was recorded', async () => {
    await house.knock(door);
    const [before] = await house.reactor().status();
    expect(before).toMatchObject({ reaction: 'opening', position: 0, lag: await house.log.head(), stuck: [] });
    await settle();
    await settle();
    const [after] = await house.reactor().status();
    expect(after).toMatchObject({ position: await house.log.head(), lag: 0 });
  });
});
