import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { HelperCountsShown, UnderQuotaPage } from '@lookback/application/queries';
import { asker } from './support/asking.js';
import { registersOf, rowsBy } from './support/asking-registers.js';
import { type Premises, premises } from './support/office.js';
import { Running } from './support/running.js';
import { mustBe, staffed } from './support/staff.js';

/** The shared folder of the lists as they arrive; it stands beside the repository or nowhere. */
const list = (name: string) => fileURLToPath(new URL(`../../shared/data/yongshou-${name}.xlsx`, import.meta.url));
const present = existsSync(list('pairing'));
if (!present) console.warn('The shared lists are not here: the lists of a whole county are not taken over.');

(present ? describe : describe.skip)('the lists of a whole county', () => {
  let place: Premises;
  let firstSaid: string;
  beforeAll(async () => {
    place = await premises();
    const roster = Running.cli(['import', 'roster', list('roster'), '--dated', '2017-12-31', '--json'], place.env);
    expect(await roster.ended()).toBe(0);
    firstSaid = roster.stderr;
  }, 300_000);
  afterAll(() => place.drop());

  const imports = async (name: string): Promise<Readonly<Record<string, unknown>>> => {
    const cli = Running.cli(['import', name, list(name), '--dated', '2017-12-31', '--json'], place.env);
    expect([await cli.ended(), cli.stdout.endsWith('}\n')]).toEqual([0, true]);
    return JSON.parse(cli.stdout) as Readonly<Record<string, unknown>>;
  };
  const nothing = { accepted: 0, refused: 0, differing: 0, entries: 0, peopleRegistered: 0, unitsRegistered: 0 };

  it('give every household its helper, and once more add nothing', async () => {
    const whole = { rows: 13_634, households: 13_634, helpers: 5_029, affiliationsDiffering: 4_229, namesSeveral: 269, headsDiffering: 0 };
    expect(await imports('pairing')).toMatchObject({
      ...whole,
      accepted: 13_634,
      refused: 0,
      peopleRegistered: 5_029,
      unitsRegistered: 19,
    });
    expect(await imports('pairing')).toMatchObject({ ...whole, ...nothing, alreadyThere: 13_634 });
  }, 300_000);

  it('bring every problem, and once more add nothing', async () => {
    const whole = { rows: 1_200, problems: 1_200, stated: { cancelled: 969, 'in-progress': 127, 'not-started': 104 }, officials: 2_398 };
    expect(await imports('ledger')).toMatchObject({ ...whole, accepted: 1_200, refused: 0, officialsMatched: 22, peopleRegistered: 2_376 });
    expect(await imports('ledger')).toMatchObject({ ...whole, ...nothing, alreadyThere: 1_200 });
  }, 300_000);

  it('are answered for over HTTP: one helper is under quota', async () => {
    const server = Running.server(place.env);
    const ask = asker(await server.url());
    const staff = await staffed(ask, /password: (\w+)/.exec(firstSaid)?.[1] ?? '');
    const get = (path: string) => mustBe(200, ask('GET', path, undefined, staff.auditor.token));
    const counts = (await get('/helpers/counts')).as(HelperCountsShown);
    expect(counts).toMatchObject({ households: 13_634, withHelper: 13_634, withoutHelper: 0, helpers: 5_029 });
    const { total, helpers } = (await get('/helpers/under-quota')).as(UnderQuotaPage);
    expect([total, helpers.map(({ households, quota }) => [households, quota])]).toEqual([1, [[2, 3]]]);
    expect(rowsBy(await registersOf(ask, staff.auditor).counts('problems', 'status'), 'status')).toEqual({
      cancelled: 969,
      'in-progress': 127,
      'not-started': 104,
    });
    server.send('SIGTERM');
    expect(await server.ended()).toBe(0);
  }, 300_000);
});
