import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readSheet } from '@lookback/paper/workbook';
import { HouseholdHistory } from '@lookback/review/history';
import { readFileSync } from 'node:fs';
import { ProblemCounts, ProblemPage } from '../apps/server/src/http/rectification.dto.js';
import { Receipt } from '@lookback/office/desk';
import { excerptBytes, imported, knownId } from './support/importing.js';
import { expectNothingStored, Secrets } from './support/leaks.js';
import { type Office, openOffice } from './support/office.js';
import { county, mustBe, official, postedOn, type Staff, staffed } from './support/staff.js';

const inData = (name: string) => readFileSync(new URL(`./data/${name}`, import.meta.url));
const ledger = inData('ledger-excerpt.xlsx');

describe('a ledger over HTTP', () => {
  let office: Office;
  let staff: Staff;
  let known: { unit: string; person: string };

  beforeAll(async () => {
    office = await openOffice();
    staff = await staffed(office.ask, office.password);
    const { token } = staff.operator;
    const education = {
      command: { name: '县教育局', kind: 'department', level: 'county', region: county },
      envelope: { effectiveOn: postedOn },
    };
    const unit = (await mustBe(201, office.ask('POST', '/units/register-unit', education, staff.admin.token))).as(Receipt).id;
    const post = { post: 'department-leader', unit, level: 'county', region: county };
    known = { unit, person: await official(office.ask, staff.admin.token, '牛聪健', '13900000004', post) };
    await imported(office.ask, excerptBytes(), token);
    await imported(office.ask, inData('pairing-excerpt.xlsx'), token, '', 'pairing');
  });
  afterAll(() => office.close());

  const upload = (options = '') => imported(office.ask, ledger, staff.operator.token, options, 'ledger');
  const get = (path: string) => mustBe(200, office.ask('GET', path, undefined, staff.operator.token));

  it('in a dry run records nothing', async () => {
    const head = await office.system.log.head();
    expect((await upload('&dryRun=true')).report).toMatchObject({ dryRun: true, accepted: 10, refused: 0, entries: 0 });
    expect(await office.system.log.head()).toBe(head);
  });

  it('is taken whole, three problems of one household among the others', async () => {
    const { report } = await upload();
    expect(report).toMatchObject({ rows: 10, accepted: 10, refused: 0, headsDiffering: 0 });
    expect(report).toMatchObject({ problems: 10, stated: { cancelled: 5, 'in-progress': 3, 'not-started': 2 }, officials: 20 });
    expect(report).toMatchObject({ officialsMatched: 2, peopleRegistered: 18 });
    const counts = (await get('/problems/counts')).as(ProblemCounts);
    expect(counts.problems).toBe(10);
    expect(counts.byStatus.map(({ key, problems }) => [key, problems]).sort()).toEqual([['cancelled', 5], ['in-progress', 3], ['not-started', 2]]); // prettier-ignore
    const { entries } = (await get(`/households/${knownId}/history`)).as(HouseholdHistory);
    expect(entries.map(({ type }) => type)).toEqual([
      'HouseholdTakenOver',
      'HelperTakenOver',
      ...Array<string>(3).fill('ProblemTakenOver'),
    ]);
  });

  it('adds nothing when it comes again', async () => {
    const head = await office.system.log.head();
    expect((await upload()).report).toMatchObject({ accepted: 0, alreadyThere: 10, differing: 0, peopleRegistered: 0, entries: 0 });
    expect(await office.system.log.head()).toBe(head);
  });

  it('finds who has the duties by name and unit: whoever holds a post there, or helps a household for it', async () => {
    const { problems } = (await get('/problems?limit=50')).as(ProblemPage);
    const leaderOf = (number: string) => problems.find((one) => one.number === number);
    expect(leaderOf('7')).toMatchObject({ leader: { id: known.person, name: '牛聪健' }, unit: { id: known.unit, name: '县教育局' } });
    const { rows } = await office.owner.query<{ person: string }>('SELECT person FROM read.helper WHERE stream = $1', [
      `household-${knownId}`,
    ]);
    expect(leaderOf('1')?.leader).toEqual({ id: rows[0]?.person, name: '慕容国平' });
    expect(leaderOf('27')?.unit?.id).toBe(known.unit);
    expect(leaderOf('27')?.leader?.name).toBe('肖伟');
  });

  it('leaves no name in any stored byte, and rows that a rebuild gives again', async () => {
    const secrets = await Secrets.of(excerptBytes());
    const { rows } = await readSheet(ledger, { columns: [{ name: '责任领导' }, { name: '责任人' }] });
    for await (const row of rows) for (const column of ['责任领导', '责任人'] as const) secrets.add(row.text(column));
    expect(await expectNothingStored(office.owner, secrets)).toBeGreaterThan(50);
    expect((await office.system.projector.rebuild(undefined, { compare: true })).differing).toEqual([]);
  });
});
