import { openSystem, type System } from '@lookback/application/system';
import { todays } from '@lookback/log/read-model';
import { householdsRegister } from '@lookback/case/household';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Report } from './support/importing.js';
import { expectNothingStored, Secrets } from './support/leaks.js';
import { everyLog } from './support/logs.js';
import { type Premises, premises } from './support/office.js';
import { seeded } from './support/random-lives.js';
import { RegisterLaws } from './support/register-laws.js';
import { Running } from './support/running.js';

/** A whole county's list, too large to be kept here. */
const roster = fileURLToPath(new URL('../../shared/data/yongshou-roster.xlsx', import.meta.url));
const isThere = existsSync(roster);
if (!isThere) process.stderr.write(`yongshou.long.ts takes nothing over: there is no ${roster}\n`);

(isThere ? describe.each(everyLog) : describe.skip.each(everyLog))('the roster of a whole county, in %s,', (where) => {
  let place: Premises;
  beforeAll(async () => (place = await premises(where)));
  afterAll(() => place.drop());

  const imports = async (): Promise<Report> => {
    const cli = Running.cli(['import', 'roster', roster, '--dated', '2020-12-31', '--json'], place.env);
    expect([await cli.ended(), cli.stdout.endsWith('}\n')]).toEqual([0, true]);
    return JSON.parse(cli.stdout) as Report;
  };
  const whole = { rows: 50_854, households: 13_634, people: 50_854, refused: 0, differing: 0, duplicates: 71, stopped: false };

  it('is taken over whole', async () => {
    expect(await imports()).toMatchObject({ ...whole, accepted: 13_634, alreadyThere: 0, entries: 13_634 });
  }, 300_000);

  it('adds nothing when it comes again', async () => {
    expect(await imports()).toMatchObject({ ...whole, accepted: 0, alreadyThere: 13_634, entries: 0 });
  }, 300_000);

  it('stands in the read models as a rebuild has it', async () => {
    const cli = Running.cli(['rebuild', '--compare', '--json'], place.env);
    expect([await cli.ended(), JSON.parse(cli.stdout)]).toMatchObject([0, { differing: 0 }]);
    const { rows } = await place.owner.query(
      `SELECT count(*)::int AS households, sum(people)::int AS people FROM ${todays(householdsRegister)} h`,
    );
    expect(rows).toEqual([{ households: 13_634, people: 50_854 }]);
  }, 300_000);

  describe('stands in the registers', () => {
    let system: System;
    let laws: RegisterLaws;
    beforeAll(async () => {
      system = await openSystem(place.settings);
      await system.projector.start();
      laws = await RegisterLaws.of({ system, owner: place.owner });
    }, 300_000);
    afterAll(async () => {
      await system.projector.stop();
      await system.close();
    });

    it('as the naive fold has it, all rows in columns and in who set them, at 200 points of the two clocks', async () => {
      expect(await laws.expectNaiveRowsAt(laws.points(200, seeded(200)))).toBeGreaterThan(1_000_000);
    }, 3_600_000);

    it('with what changed since 200 positions being the difference of two naive states', async () => {
      expect(await laws.expectChangesOf(laws.points(200, seeded(12)), seeded(3))).toBeGreaterThan(1_000);
    }, 3_600_000);
  });

  (where === 'PostgreSQL' ? it : it.skip)(
    'leaves no name, number or phone in any stored byte of the database',
    async () => {
      const secrets = await Secrets.read(await readFile(roster));
      expect(secrets.size).toBeGreaterThan(60_000);
      expect(await expectNothingStored(place.owner, secrets)).toBeGreaterThan(13_634);
    },
    300_000,
  );
});
