import { expect, it, jest } from '@jest/globals';
import { yieldToEventLoop } from '@lookback/log/runtime';
import type { EventLog } from './event-log.js';
import { LogUnavailable, LogCorrupted, LogUnresponsive } from './errors.js';
import { commit, counts, stream } from '../contract/events.fixture.js';
import { WatchedLog } from './watched-log.js';

/** A log that answers when it is told to. */
function hanging() {
  const answers: { settle: (value: never) => void; fail: (error: unknown) => void }[] = [];
  const ask = () => new Promise<never>((settle, fail) => answers.push({ settle, fail }));
  const onBroken = jest.fn();
  const log = {
    probe: ask,
    appendMany: ask,
    readStream: ask,
    standing: () => Promise.resolve({ guards: 'on', revisions: [1] }),
    waiting: 0,
  } as unknown as EventLog;
  return { answers, onBroken, log: new WatchedLog(log, onBroken) };
}
const append = (log: EventLog) => log.append(commit(stream('a'), 0, counts(1)));

it('counts what is not answered, also when the caller was told to ask again; and says that nothing is recorded until something is', async () => {
  const { log, answers } = hanging();
  const [first, second] = [append(log), append(log)];
  expect(log.recording).toEqual({ unanswered: 2, oldestSeconds: 0, failing: false });
  for (let looks = 0; looks < 9; looks++) log.look();
  await expect(first).rejects.toThrow(LogUnresponsive);
  await expect(second).rejects.toThrow(LogUnresponsive);
  expect(log.recording.unanswered).toBe(2);
  answers[0]?.fail(new LogUnavailable('full'));
  answers[1]?.fail(new LogUnavailable('full'));
  await yieldToEventLoop();
  const third = append(log);
  expect(log.recording).toEqual({ unanswered: 1, oldestSeconds: 0, failing: true });
  answers[2]?.settle([{ revision: 1, position: 1 }] as never);
  await third;
  expect(log.recording).toEqual({ unanswered: 0, oldestSeconds: 0, failing: false });
});

it('says that something is recorded again where the store would take it, though nobody appends', async () => {
  const { log, answers } = hanging();
  const refused = append(log);
  answers[0]?.fail(new LogUnavailable('no quorum'));
  await expect(refused).rejects.toThrow('no quorum');
  for (const [found, said, failing] of [
    ['not recording', 'not recording', true],
    ['up', 'up', true],
    ['recording', 'up', false],
  ]) {
    const probed = log.probe();
    answers.at(-1)?.settle(found as never);
    expect([await probed, log.recording.failing]).toEqual([said, failing]);
  }
});

it('tells callers that wait, and those that ask, that the store is lost, until it is back', async () => {
  const { log, answers } = hanging();
  const reading = log.readStream(stream('a'));
  log.look(new LogUnresponsive());
  await expect(reading).rejects.toThrow(LogUnresponsive);
  await expect(log.readStream(stream('a'))).rejects.toThrow(LogUnresponsive);
  log.look();
  const again = log.readStream(stream('a'));
  answers.at(-1)?.settle([] as never);
  expect(await again).toEqual([]);
});

it('tells where the log is broken, and that what is kept of it is to be read anew', async () => {
  const { log, answers, onBroken } = hanging();
  const before = await log.standing([stream('a')]);
  const reading = log.readStream(stream('a'));
  const broken = new LogCorrupted('changed', { stream: stream('a'), revision: 1, position: 1 });
  answers[0]?.fail(broken);
  await expect(reading).rejects.toBe(broken);
  expect(onBroken).toHaveBeenCalledWith(broken);
  const after = await log.standing([stream('a')]);
  expect(after).toEqual({ guards: expect.any(String), revisions: [1] });
  expect(after.guards).not.toBe(before.guards);
});
