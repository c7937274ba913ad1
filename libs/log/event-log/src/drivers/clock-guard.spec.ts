import { expect, it } from '@jest/globals';
import type { Entry } from '../port/event-log.js';
import { clockConfirmed } from '../port/log.events.js';
import { ClockSkewed } from '../port/errors.js';
import { commit, counts, stream } from '../contract/events.fixture.js';
import { ClockGuard } from './clock-guard.js';

const minute = 60_000;
const some = [commit(stream('a'), 0, counts(1))];

/** A clock at some time, over a log in which nobody confirmed anything yet. */
function clock({ behind = false } = {}) {
  const at = { wall: 1_000 * minute, monotonic: 5 * minute };
  const confirmations: Entry[] = [];
  const log = { readStream: () => Promise.resolve([...confirmations]) };
  const trusted = new ClockGuard(log, () => Promise.resolve(behind), { wall: () => at.wall, monotonic: () => at.monotonic });
  return { at, trusted, confirm: () => confirmations.push(clockConfirmed({ wallMs: at.wall }) as unknown as Entry) };
}

it('is trusted while both clocks go on alike, however long, and a little apart', async () => {
  const { at, trusted } = clock();
  await trusted.require(some);
  at.wall += 1_000 * minute;
  at.monotonic += 1_000 * minute;
  await trusted.require(some);
  at.wall += 5 * minute;
  await trusted.require(some);
});

it.each([6, -6])('is not trusted when it was set by %d minutes, until that is confirmed; then from there', async (minutes) => {
  const { at, trusted, confirm } = clock();
  await trusted.require(some);
  at.wall += minutes * minute;
  await expect(trusted.require(some)).rejects.toMatchObject({ name: 'ClockSkewed', apartMs: minutes * minute });
  await expect(trusted.require(some)).rejects.toThrow(ClockSkewed);
  confirm();
  await trusted.require(some);
  at.wall += minutes * minute;
  await expect(trusted.require(some)).rejects.toThrow(ClockSkewed);
});

it('is not trusted at the start when it stands before the last entry; what was confirmed earlier does not count', async () => {
  const { trusted, confirm } = clock({ behind: true });
  confirm();
  await expect(trusted.require(some)).rejects.toThrow(ClockSkewed);
  confirm();
  await trusted.require(some);
});
