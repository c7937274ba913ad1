import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { expectRowsDerived } from './support/derived.js';
import { imported } from './support/importing.js';
import { type Office, openOffice } from './support/office.js';
import { liveThrough } from './support/random-lives.js';
import { householdsRows, rosterOf } from './support/rosters.js';
import { signedInAs, type Staff, staffed } from './support/staff.js';

describe('the read models, after an import of 1,500 households and 10,000 random valid commands', () => {
  let office: Office;
  let staff: Staff;

  beforeAll(async () => {
    office = await openOffice();
    staff = await staffed(office.ask, office.password);
    await imported(office.ask, await rosterOf(householdsRows(1_500)), staff.operator.token);
  });
  afterAll(() => office.close());

  it('are those of a rebuild, and of a fold of every stream', async () => {
    expect(await liveThrough(office, signedInAs(staff.operator), 10_000, 2_020)).toBe(10_000);
    await expectRowsDerived(office);
  }, 600_000);
});
