import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { lived } from './support/lived-office.js';
import { type Office, openOffice } from './support/office.js';
import { seeded } from './support/random-lives.js';
import { RegisterLaws } from './support/register-laws.js';

describe('the registers, after imports, 10,000 random commands and 3,000 amendments', () => {
  let office: Office;
  let laws: RegisterLaws;

  beforeAll(async () => {
    office = await openOffice();
    await lived(office, { households: 500, commands: 10_000, problems: 300, amendments: 3_000, seed: 2_020 });
    laws = await RegisterLaws.of(office);
  }, 1_800_000);
  afterAll(() => office.close());

  it('equal the naive fold at points of the two clocks, in columns and in who set them', async () => {
    expect(await laws.expectNaiveRowsAt(laws.points(200, seeded(200)))).toBeGreaterThan(1_000);
  }, 1_800_000);

  it('have changed since a position what the difference of two naive states is', async () => {
    expect(await laws.expectChangesOf(laws.points(200, seeded(12)), seeded(3))).toBeGreaterThan(1_000);
  }, 1_800_000);

  it('hold each row once', async () => {
    expect(await laws.expectNoOverlap()).toBeGreaterThan(1_000);
  }, 1_800_000);

  it('are live what a rebuild makes of them, row for row', async () => {
    expect((await office.system.projector.rebuild(undefined, { compare: true })).differing).toEqual([]);
  }, 600_000);
});
