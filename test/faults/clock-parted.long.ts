import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openSystem, settingsFrom } from '@lookback/application/system';
import { Running } from '../support/running.js';
import { judged } from './harness/judged.js';
import { OfficeUnderLoad } from './harness/office-under-load.js';
import { tell } from './harness/told.js';
import { Visits } from './harness/visits.js';

let office: OfficeUnderLoad;
beforeAll(async () => {
  office = await OfficeUnderLoad.open((env) => Running.parting(env));
}, 180_000);
afterAll(() => office.remove());

it('a clock that parts from the monotonic one under load stops the recording, until an administrator confirms it; nothing is lost', async () => {
  const visits = new Visits(office, 'clock');
  await visits.more(64);
  const inOpenCommit = visits.open > 0 ? 1 : 0;
  const began = performance.now();
  office.partClocks();
  await visits.moreRefused(320);
  const before = visits.acknowledged.size;
  await visits.moreRefused(320);
  expect(visits.acknowledged.size).toBe(before);
  await office.confirmClock();
  await visits.more(64);
  const longestAway = (performance.now() - began) / 1_000;
  await visits.stop();
  await office.stop();
  const system = await openSystem(settingsFrom(office.env));
  const found = await judged(system.log, visits.acknowledged).finally(() => system.close());
  const told = await tell({ fault: 'clock-parted', seed: 0, times: 1, inOpenCommit, longestAway, ...found });
  expect(told).toMatchObject({ gaps: 0, duplicates: 0, found: told.acknowledgements });
}, 180_000);
