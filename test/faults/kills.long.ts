import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { endedInMidCommit, killPostgres, killServer, restartPostgres } from './harness/ended-in-mid-commit.js';
import { Running } from '../support/running.js';
import { OfficeUnderLoad } from './harness/office-under-load.js';

let office: OfficeUnderLoad;
beforeAll(async () => {
  office = await OfficeUnderLoad.open((env) => Running.server(env));
}, 180_000);
afterAll(async () => {
  await office.stop();
  await office.remove();
});

it.each([
  ['postgresql-killed', killPostgres],
  ['postgresql-restarted', restartPostgres],
  ['server-killed', killServer],
  ['one-of-two-servers-killed', killServer, 2],
])(
  '%s a hundred times',
  async (fault, end, servers = 1) => {
    const told = await endedInMidCommit(office, { fault, end, servers, times: 100, seed: 20190101 });
    expect(told).toMatchObject({ times: 100, gaps: 0, duplicates: 0, differing: 0, found: told.acknowledgements });
    expect(told.inOpenCommit).toBeGreaterThanOrEqual(60);
  },
  3_600_000,
);
