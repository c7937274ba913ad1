import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { endedInMidCommit, killPostgres, killServer, restartPostgres } from './harness/ended-in-mid-commit.js';
import { OfficeUnderLoad } from './harness/office-under-load.js';

let office: OfficeUnderLoad;
beforeAll(async () => {
  office = await OfficeUnderLoad.open();
}, 180_000);
afterAll(async () => {
  await office.stop();
  await office.remove();
});

it.each([
  ['server-killed', killServer],
  ['postgresql-killed', killPostgres],
  ['postgresql-restarted', restartPostgres],
])(
  '%s in mid-commit: nothing acknowledged is lost, nothing stands twice, no position is missing, and it is back by itself',
  async (fault, end) => {
    const told = await endedInMidCommit(office, { fault, end, times: 2, seed: 20201231 });
    expect(told).toMatchObject({ inOpenCommit: 2, gaps: 0, duplicates: 0, found: told.acknowledgements });
  },
  180_000,
);
