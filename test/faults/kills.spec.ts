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
  ['one-of-two-servers-killed', killServer, 2],
])(
  '%s in mid-commit: nothing acknowledged is lost, nothing stands twice, no position is missing, and it is back by itself',
  async (fault, end, servers = 1) => {
    const told = await endedInMidCommit(office, { fault, end, servers, times: 1, seed: 20201231 });
    expect(told).toMatchObject({ inOpenCommit: 1, gaps: 0, duplicates: 0, differing: 0, found: told.acknowledgements });
  },
  180_000,
);
