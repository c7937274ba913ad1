import type { Catalogue, Sealed } from '@lookback/kernel';
import { describe, expect, it } from '@jest/globals';
import { all } from './appending.fixture.js';
import type { Entry, Subscription } from '../port/event-log.js';
import { type LogUnderTest, opened } from './opened.fixture.js';
import { catalogue, commit, counts, grown, noted, stream, toPerson } from './events.fixture.js';

export function readingContract(open: (catalogue: Catalogue) => Promise<LogUnderTest>): void {
  const opening = opened(async () => {
    const under = await open(catalogue);
    await under.log.append(commit(stream('a'), 0, counts(1, 2, 3)));
    await under.log.append(commit(stream('b'), 0, [grown({ metres: 1 }), ...counts(4)]));
    await under.log.append(commit(stream('a'), 3, counts(5)));
    return under;
  });
  const read = () => opening.it.log;
  const positions = (entries: readonly Entry[]) => entries.map(({ position }) => position);

  describe('reading', () => {
    it('gives a stream in order, whole or in part; nothing where there is none', async () => {
      const said = async (range = {}) => (await read().readStream(stream('a'), range)).map(({ data }) => (data as { n: number }).n);
      expect(await said()).toEqual([1, 2, 3, 5]);
      expect(await said({ from: 2, to: 3 })).toEqual([2, 3]);
      expect(await said({ from: 4 })).toEqual([5]);
      expect(await said({ from: 9 })).toEqual([]);
      expect(await read().readStream(stream('none'))).toEqual([]);
    });

    it('gives several streams in the order asked', async () => {
      const [none, b, a] = await read().readStreams([stream('none'), stream('b'), stream('a')]);
      expect([none?.length, b?.map(({ revision }) => revision), a?.map(({ revision }) => revision)]).toEqual([0, [1, 2], [1, 2, 3, 4]]);
      expect(await read().readStreams([])).toEqual([]);
      const from = await read().readStreams([stream('a'), stream('b'), stream('none')], [4, 3, 1]);
      expect(from.map((entries) => entries.map(({ revision }) => revision))).toEqual([[4], [], []]);
    });

    it('takes a stream for broken that is not there, where somebody knows what it said', async () => {
      const gone = read().readStreams([stream('a'), stream('none')], [4, 2]);
      await expect(gone).rejects.toMatchObject({ name: 'LogCorrupted', kind: 'missing', stream: stream('none') });
      await expect(read().readStream(stream('none'), { from: 2 })).rejects.toMatchObject({ kind: 'missing' });
    });

    it('says alike twice how streams stand, and how far they have come unless reading tells', async () => {
      const streams = [stream('none'), stream('b'), stream('a')];
      const standing = await read().standing(streams);
      expect(standing.guards).toBeDefined();
      expect(standing.revisions ?? [0, 2, 4]).toEqual([0, 2, 4]);
      expect(await read().standing(streams)).toEqual(standing);
    });

    it('gives every stream whole as it stood at a position, each once, and only of the kinds asked for', async () => {
      const order = positions(await all(read()));
      const byStream = async (upTo: number, kinds?: string[]) => {
        const found: Record<string, number[]> = {};
        for await (const streams of read().readByStream({ upTo, kinds }))
          for (const entries of streams) found[entries[0]?.stream ?? 'none'] = entries.map(({ revision }) => revision);
        return found;
      };
      const [a, b] = [stream('a'), stream('b')];
      expect(await byStream(order[5] ?? 0)).toEqual({ [a]: [1, 2, 3, 4], [b]: [1, 2] });
      expect(await byStream(order[3] ?? 0)).toEqual({ [a]: [1, 2, 3], [b]: [1] });
      expect(await byStream(order[2] ?? 0)).toEqual({ [a]: [1, 2, 3] });
      expect(await byStream(order[5] ?? 0, [a.split('-')[0] ?? '', 'nobody'])).toEqual({ [a]: [1, 2, 3, 4], [b]: [1, 2] });
      expect(await byStream(order[5] ?? 0, ['nobody'])).toEqual({});
      expect(await byStream(0)).toEqual({});
    });

    it.each([1, 2, 3, 100])('gives all in order in batches of %d, from anywhere', async (batch) => {
      const order = positions(await all(read()));
      for (const count of [0, 1, 4, 6]) {
        const after = order[count - 1] ?? 0;
        expect(positions(await all(read(), after, batch))).toEqual(order.slice(count));
        if (count > 0) expect(positions(await all(read(), after - 1, batch))).toEqual(order.slice(count - 1));
      }
      expect(order).toHaveLength(6);
    });

    it('gives only the types asked for', async () => {
      const found: Entry[] = [];
      const order = await all(read());
      const after = order[0]?.position ?? 0;
      for await (const batch of read().readAll({ after, types: ['Counted'], batch: 2 })) found.push(...batch);
      expect(positions(found)).toEqual(positions(order.slice(1).filter(({ type }) => type === 'Counted')));
      expect(found).toHaveLength(4);
    });

    it('gives the exact bytes of a position; nothing where the log has not come so far', async () => {
      const order = positions(await all(read()));
      const stored = await read().stored(order[3] ?? 0);
      expect(stored).toMatchObject({ position: order[3], stream: stream('b'), revision: 1, version: 2 });
      expect(stored?.mac).toMatch(/^hmac-sha256:k1:/);
      expect([await read().stored(0), await read().stored((order[5] ?? 0) + 1)]).toEqual([null, null]);
    });

    it('knows the last position at an instant', async () => {
      const entries = await all(read());
      for (const { recordedAt } of entries) {
        const upTo = entries.filter((entry) => entry.recordedAt <= recordedAt).at(-1)?.position;
        expect(await read().positionAt(recordedAt)).toBe(upTo);
      }
      expect(await read().positionAt(new Date(0))).toBe(0);
      expect(await read().positionAt(new Date('2999-01-01'))).toBe(entries.at(-1)?.position);
    });

    it('places entries by the indexes of their leaves: from 1, without a gap, for every reader', async () => {
      const order = [1, 2, 3, 4, 5, 6];
      for (const log of [read(), opening.it.another()]) {
        expect(positions(await all(log))).toEqual(order);
        expect(await log.head()).toBe(6);
        expect(positions(await log.readStream(stream('a')))).toEqual([1, 2, 3, 6]);
        for (const position of order) expect((await log.stored(position))?.position).toBe(position);
      }
      const { position } = await read().append(commit(stream('c'), 0, counts(1, 2)));
      expect([position, await opening.it.another().head()]).toEqual([8, 8]);
    });

    it('gives entries by their positions in the order asked, boxes open; those that are not there are left out', async () => {
      const wrote = await read().append(commit(stream('noted'), 0, [noted({ note: toPerson('1')('seen'), by: [] })]));
      for (const log of [read(), opening.it.another()]) {
        const found = await log.entriesAt([wrote.position, 6, 99, 2, 6, 0]);
        expect(found.map(({ position, revision }) => [position, revision])).toEqual([[wrote.position, 1], [6, 4], [2, 2], [6, 4]]); // prettier-ignore
        expect((found[0]?.data as { note: Sealed<string> }).note).toEqual(toPerson('1')('seen'));
        expect(found.slice(1)).toEqual(await Promise.all([6, 2, 6].map(async (position) => (await all(log))[position - 1])));
        expect([await log.entriesAt([]), await log.entriesAt([99])]).toEqual([[], []]);
      }
    });
  });

  describe('a subscription', () => {
    /** Subscribes, and comes back when it was told of so many entries. */
    function hear(entries: number, range = {}): { heard: Entry[]; told: Promise<void>; stop: () => Promise<void> } {
      const heard: Entry[] = [];
      let stop = () => Promise.resolve();
      const told = new Promise<void>((enough, failed) => {
        const subscription = opening.it.another().subscribe({ after: 0, batch: 3, ...range }, (batch) => {
          heard.push(...batch);
          if (heard.length >= entries) enough();
          return Promise.resolve();
        });
        subscription.ended.catch(failed);
        stop = () => subscription.stop();
      });
      return { heard, told, stop: () => stop() };
    }

    it('catches up and then follows, without a gap or a repeat', async () => {
      const before = (await all(read())).length;
      const { heard, told, stop } = hear(before + 40);
      for (let i = 0; i < 40; i++) await read().append(commit(stream('follow'), i, counts(i)));
      await told;
      await stop();
      expect(positions(heard)).toEqual(positions(await all(read())));
    });

    it('hears what another process appends, from where it was told to begin', async () => {
      const head = await read().head();
      const { heard, told, stop } = hear(10, { after: head });
      await opening.it.write('outside', 10);
      await told;
      await stop();
      expect(positions(heard)).toEqual(positions((await all(read(), head)).slice(0, heard.length)));
    });

    it('hears only the types asked for', async () => {
      const { heard, told, stop } = hear(2, { types: ['Grown'] });
      const { position } = await read().append(commit(stream('types'), 0, [...counts(1), grown({ metres: 3 })]));
      await told;
      await stop();
      expect([heard[0]?.stream, heard[1]?.position, heard.length]).toEqual([stream('b'), position, 2]);
    });

    it('hands out one batch at a time, and none after it was stopped', async () => {
      let handed = 0;
      let release: () => void = () => undefined;
      const held = new Promise<void>((letGo) => (release = letGo));
      const inHand = new Promise<Subscription>((called) => {
        const subscription = read().subscribe({ after: 0, batch: 1 }, () => {
          handed++;
          called(subscription);
          return held;
        });
      });
      const stopped = (await inHand).stop();
      await read().head();
      expect(handed).toBe(1);
      release();
      await stopped;
      expect(handed).toBe(1);
    });

    it('ends with what was thrown by what it hands a batch to', async () => {
      const { ended } = read().subscribe({ after: 0 }, () => Promise.reject(new Error('poison')));
      await expect(ended).rejects.toThrow('poison');
    });
  });
}
