import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { lived } from './support/lived-office.js';
import { type Office, openOffice } from './support/office.js';
import { seeded } from './support/random-lives.js';
import { RegisterLaws } from './support/register-laws.js';

describe('the registers, after imports, random commands and amendments', () => {
  let office: Office;
  let laws: RegisterLaws;

  beforeAll(async () => {
    office = await openOffice();
    await lived(office, { households: 0, commands: 150, problems: 30, amendments: 120, seed: 20_201_231 });
    laws = await RegisterLaws.of(office);
  });
  afterAll(() => office.close());

  it('equal the naive fold at points of the two clocks, in columns and in who set them', async () => {
    expect(await laws.expectNaiveRowsAt(laws.points(25, seeded(25)))).toBeGreaterThan(1_000);
  });

  it('have changed since a position what the difference of two naive states is', async () => {
    expect(await laws.expectChangesOf(laws.points(12, seeded(12)), seeded(3))).toBeGreaterThan(0);
  });

  it('hold each row once', async () => {
    expect(await laws.expectNoOverlap()).toBeGreaterThan(1_000);
  });

  it('are live what a rebuild makes of them, row for row', async () => {
    expect((await office.system.projector.rebuild(undefined, { compare: true })).differing).toEqual([]);
  });
});
