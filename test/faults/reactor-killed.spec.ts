import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type Office, openOffice } from '../support/office.js';
import { reactorKilled } from './harness/reactor-killed.js';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

it('a reactor killed at every step, once each, in the midst of a batch: what follows is recorded once, and none is left out', async () => {
  const told = await reactorKilled(office, { times: 1, seed: 20261130 });
  expect(told).toMatchObject({ gaps: 0, duplicates: 0, amiss: [], found: told.acknowledgements });
}, 300_000);
