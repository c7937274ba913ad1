import { type Catalogue, Quoted } from '@lookback/kernel';
import { describe, expect, it } from '@jest/globals';
import { type LogUnderTest, opened } from './opened.fixture.js';
import type { Appended, Commit, Entry, EventLog } from '../port/event-log.js';
import { WrongExpectedRevision, InvalidCommit, IdempotencyKeyReused } from '../port/errors.js';
import { by, catalogue, commit, counts, grown, noted, stream, toPerson, wondered } from './events.fixture.js';

export async function all(log: EventLog, after = 0, batch = 100): Promise<Entry[]> {
  const entries: Entry[] = [];
  for await (const some of log.readAll({ after, batch })) entries.push(...some);
  return entries;
}

export function appendingContract(open: (catalogue: Catalogue) => Promise<LogUnderTest>): void {
  const opening = opened(() => open(catalogue));
  const append = (...told: Parameters<typeof commit>) => opening.it.log.append(commit(...told));
  const stands = ({ revision, position }: Appended) => ({ revision, position });
  const revisions = async (id: string) => (await opening.it.log.readStream(stream(id))).map(({ revision }) => revision);

  describe('appending', () => {
    it('answers where the stream and the log stand', async () => {
      const first = await append(stream('a'), 0, counts(1, 2));
      const second = await append(stream('a'), 2, counts(3));
      expect([first.revision, second.revision, second.position > first.position]).toEqual([2, 3, true]);
      const entries = await opening.it.log.readStream(stream('a'));
      expect(entries.slice(1).map(({ position }) => position)).toEqual([first.position, second.position]);
      const times = entries.map(({ recordedAt }) => recordedAt.getTime());
      expect(times).toEqual([...times].sort((a, b) => a - b));
      expect(await opening.it.log.head()).toBe(second.position);
    });

    it.each([
      ['that is further', 1],
      ['that is not so far', 5],
    ])('refuses a commit to a stream %s', async (where, expected) => {
      const to = stream(`moved-${where.length.toString()}`);
      await append(to, 0, counts(1, 2));
      const head = await opening.it.log.head();
      const moved = await append(to, expected, counts(3)).catch((error: unknown) => error);
      expect(moved).toBeInstanceOf(WrongExpectedRevision);
      expect(moved).toMatchObject({ stream: to, expected, actual: 2 });
      expect(await opening.it.log.head()).toBe(head);
    });

    it('refuses a stream that is not new as new, and a stream that is not there as there', async () => {
      await append(stream('there'), 0, counts(1));
      await expect(append(stream('there'), 0, counts(2), { key: 'other' })).rejects.toMatchObject({ actual: 1 });
      await expect(append(stream('absent'), 1, counts(2))).rejects.toMatchObject({ actual: 0 });
    });

    it.each([1, 3])('answers a repeated command of %d events as the first time, and records nothing', async (events) => {
      const to = stream(`repeat-${String(events)}`);
      const said = counts(...Array.from({ length: events }, (_, i) => i));
      const first = await append(to, 0, said, { key: 'k' });
      await append(to, events, counts(9), { key: 'later' });
      const head = await opening.it.log.head();
      expect(await opening.it.another().append(commit(to, 0, said, { key: 'k' }))).toEqual(stands(first));
      expect(await opening.it.log.head()).toBe(head);
    });

    it('gives what it appended as reading gives it, or nothing', async () => {
      const note = noted({ note: toPerson('1')('房屋漏雨'), by: [{ name: toPerson('2')('王小明'), phone: toPerson('1')('138') }] });
      const { entries } = await append(stream('given'), 0, [note, ...counts(1)]);
      const read = await opening.it.log.readStream(stream('given'));
      const plain = ({ by: said, key, body, ...entry }: Entry) => ({ ...entry, by: said, key, body });
      if (entries) expect(entries.map(plain)).toEqual(read.map(plain));
    });

    it('refuses another body under the same key', async () => {
      await append(stream('reuse'), 0, counts(1), { key: 'k', body: 'one' });
      await expect(append(stream('reuse'), 0, counts(1), { key: 'k', body: 'two' })).rejects.toThrow(IdempotencyKeyReused);
      expect(await revisions('reuse')).toEqual([1]);
    });

    it('lets each of many commits stand or fall by itself, and answers in their order', async () => {
      await append(stream('m2'), 0, counts(1), { key: 'old' });
      const head = await opening.it.log.head();
      const many = ['m1', 'm2', 'm3'].map((id) => commit(stream(id), 0, counts(1, 2)));
      const again = commit(stream('m2'), 0, counts(1), { key: 'old' });
      const [first, moved, third] = await opening.it.log.appendMany(many);
      expect(moved).toBeInstanceOf(WrongExpectedRevision);
      expect([first, third]).toMatchObject([{ revision: 2 }, { revision: 2 }]);
      const last = (await all(opening.it.log, head))
        .filter(({ revision }) => revision === 2)
        .map((entry) => [entry.stream, entry.position]);
      const told = [first, third].map((outcome, i) => [stream(i === 0 ? 'm1' : 'm3'), (outcome as Appended).position]);
      expect(new Map(last as [string, number][])).toEqual(new Map(told as [string, number][]));
      expect(await opening.it.log.appendMany([again, many[0] as Commit])).toMatchObject([{ position: head }, stands(first as Appended)]);
      expect(await opening.it.log.appendMany([])).toEqual([]);
    });

    it.each<[string, Commit[]]>([
      ['without events', [commit(stream('x'), 0, [])]],
      ['to something that is no stream', [commit('Household 1' as never, 0, counts(1))]],
      ['after a broken number of entries', [commit(stream('x'), 0.5, counts(1))]],
      ['under a key with a control character', [commit(stream('x'), 0, counts(1), { key: 'a\u001fb' })]],
      ['of a stream that is in the call already', [commit(stream('x'), 0, counts(1)), commit(stream('x'), 1, counts(1))]],
      ['of too many events', [commit(stream('x'), 0, counts(...Array<number>(1001).fill(1)))]],
      ['of an entry that is too large', [commit(stream('x'), 0, [noted({ note: toPerson('1')('字'.repeat(400_000)), by: [] })])]],
    ])('refuses a commit %s, and all that came with it', async (_, commits) => {
      const head = await opening.it.log.head();
      await expect(opening.it.log.appendMany([commit(stream('beside'), 0, counts(1)), ...commits])).rejects.toThrow(InvalidCommit);
      expect(await opening.it.log.head()).toBe(head);
    });

    it('refuses an event of a type that the catalogue lacks', async () => {
      await expect(append(stream('x'), 0, [{ type: 'Unheard', data: {} }])).rejects.toThrow('Unheard');
    });

    it('gives back all that was said, and by whom, to another process', async () => {
      const note = noted({
        note: toPerson('1')('房屋漏雨 "\\\u001f\u0000'),
        by: [{ name: toPerson('2')('王小明'), phone: toPerson('1')('138') }],
      });
      const report = wondered({ event: new Quoted(note) });
      const { position } = await append(stream('said'), 0, [note, report, grown({ metres: 2 })], { key: 'k', body: 'b' });
      const [first, second, third] = await opening.it.another().readStream(stream('said'));
      expect(first).toMatchObject({
        ...note,
        by,
        stream: stream('said'),
        revision: 1,
        key: 'k',
        body: 'b',
      });
      expect([first?.by, third?.position]).toEqual([by, position]);
      expect([second?.data, third?.data]).toEqual([report.data, { metres: 2 }]);
    });

    it('gives the same command the same ids, whatever the process', async () => {
      await append(stream('ids'), 0, counts(1, 2), { key: 'k' });
      expect((await opening.it.log.readStream(stream('ids'))).map(({ id }) => id)).toEqual([
        'e4fa4329-fa87-5dfe-9ae5-07dd19201bbd',
        '9d492cbe-add7-58d5-9ec5-fd9e5320e8e3',
      ]);
    });

    it('takes what two processes write at once: no gap, nothing acknowledged lost, nothing twice', async () => {
      const head = await opening.it.log.head();
      const told = (await Promise.all(['left', 'right'].map((writer) => opening.it.write(writer, 200)))).flat();
      const entries = await all(opening.it.log, head);
      const positions = entries.map(({ position }) => position);
      expect(positions).toEqual([...new Set(positions)].sort((a, b) => a - b));
      expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
      const last = new Map(entries.map((entry) => [`${entry.stream} ${entry.key}`, entry.position]));
      expect(new Map(told.map((one) => [`${one.stream} ${one.key}`, one.position]))).toEqual(last);
      expect(told.length).toBe(400);
    });
  });
}
