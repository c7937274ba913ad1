import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Report } from './support/importing.js';
import { excerpt, excerptBytes, imported } from './support/importing.js';
import { type Office, openOffice, type Premises, premises } from './support/office.js';
import { changedRow, householdRows, householdsRows, rosterOf, rowsIn } from './support/rosters.js';
import { Running } from './support/running.js';
import { mustBe, type Staff, staffed } from './support/staff.js';
import { until } from './support/until.js';

describe('a list uploaded over HTTP', () => {
  let office: Office;
  let staff: Staff;
  const sound = householdsRows(5);

  beforeAll(async () => {
    office = await openOffice();
    staff = await staffed(office.ask, office.password);
  });
  afterAll(() => office.close());
  const upload = (bytes: Uint8Array, options?: string) => imported(office.ask, bytes, staff.operator.token, options);

  it('in a dry run records nothing', async () => {
    const head = await office.system.log.head();
    const { report } = await upload(await rosterOf(sound), '&dryRun=true');
    expect(report).toMatchObject({ dryRun: true, accepted: 5, refused: 0, entries: 0 });
    expect(await office.system.log.head()).toBe(head);
  });

  it('leaves out the households of three wrong rows, whose workbook is mended and taken', async () => {
    const wrong = { 0: { 证件号码: '610426194202030001' }, 4: { 姓名: '' }, 10: { 主要致贫原因: '=1+1' } };
    const rows = Object.entries(wrong).reduce((all, [at, cells]) => changedRow(all, Number(at), cells), sound);
    const { id, report, hasRefused } = await upload(await rosterOf(rows));
    expect([report, hasRefused]).toMatchObject([{ rows: 15, accepted: 2, refused: 3, entries: 2 }, true]);
    expect(report?.faults.map(({ rule, row, column }) => [rule, row, column])).toEqual([
      ['input.citizen-number-check-character', 3, '证件号码'],
      ['input.missing', 7, '姓名'],
      ['list.code-unknown', 13, '主要致贫原因'],
    ]);
    for (const { en, zh } of report?.faults ?? [])
      expect([en, zh]).toEqual([expect.stringMatching(/\w/), expect.stringMatching(/\p{Script=Han}/u)]);
    const { token } = staff.operator;
    await mustBe(404, office.ask('GET', `/imports/${id}/refused.xlsx`, undefined, staff.desk.token));
    const file = await fetch(`${office.url}/imports/${id}/refused.xlsx`, { headers: { authorization: `Bearer ${token}` } });
    const refused = new Uint8Array(await file.arrayBuffer());
    expect((await upload(refused)).report).toMatchObject({ rows: 9, accepted: 0, refused: 3, entries: 0 });
    const mended = (await rowsIn(refused)).map((row) => ({ ...row, ...(sound.find(({ 人编号 }) => 人编号 === row['人编号']) ?? {}) }));
    expect((await upload(await rosterOf(mended))).report).toMatchObject({ rows: 9, accepted: 3, refused: 0, entries: 3 });
  });

  it('adds nothing when it comes again, and tells what differs', async () => {
    const head = await office.system.log.head();
    expect((await upload(await rosterOf(sound))).report).toMatchObject({ accepted: 0, alreadyThere: 5, entries: 0 });
    const changed = await rosterOf(sound.map((row, i) => (i < 3 ? { ...row, 人均纯收入: '1' } : row)));
    expect((await upload(changed)).report).toMatchObject({ alreadyThere: 4, differing: 1, entries: 0 });
    expect(await office.system.log.head()).toBe(head);
  });

  it('counts in a dry run what it will in the other', async () => {
    const rows = [...sound, ...[2_001, 2_002, 2_003].flatMap((nth) => householdRows(nth))].map((row, i) => ({
      ...row,
      ...(i < 3 && { 人均纯收入: '1' }),
      ...(i >= 21 && { 姓名: '' }),
      ...(i === 15 && { 证件号码: sound[0]?.['证件号码'] ?? '' }),
    }));
    const counts = async (options: string) => {
      const {
        seconds: _seconds,
        dryRun: _dryRun,
        entries: _entries,
        lastPosition: _last,
        ...told
      } = (await upload(await rosterOf(rows), options)).report as Report & Record<string, unknown>;
      return told;
    };
    const head = await office.system.log.head();
    const dry = await counts('&dryRun=true');
    expect(dry).toMatchObject({ accepted: 2, refused: 1, alreadyThere: 4, differing: 1 });
    expect(await office.system.log.head()).toBe(head);
    expect(await counts('')).toEqual(dry);
  });

  it('is stopped, and taken whole by a second run', async () => {
    const bytes = await rosterOf(householdsRows(1_500, 2).slice(10));
    const { token } = staff.operator;
    const begun = await mustBe(202, office.ask('POST', '/imports/roster?dated=2016-12-31', bytes, token));
    const { id } = JSON.parse(begun.text) as { id: string };
    expect((await office.ask('POST', '/imports/roster?dated=2016-12-31', bytes, token)).status).toBe(409);
    await mustBe(200, office.ask('POST', `/imports/${id}/stop`, undefined, token));
    const stopped = await until('the stopped import', async () => {
      const said = (await office.ask('GET', `/imports/${id}`, undefined, token)).text;
      return said.includes('"running"') ? undefined : said;
    });
    expect(JSON.parse(stopped)).toMatchObject({ state: 'stopped', report: { stopped: true } });
    const { report } = await upload(bytes);
    const there = (report?.accepted ?? 0) + (report?.alreadyThere ?? 0);
    expect([there, report?.stopped, report?.refused]).toEqual([1_495, false, 0]);
  });

  it('is refused clearly where it is no list', async () => {
    const file = excerptBytes();
    const wrong: [Uint8Array, number][] = [
      [Buffer.from('户编号,姓名\n1,2\n'), 422],
      [file.slice(0, file.length / 2), 422],
      [await rosterOf([]).then((bytes) => bytes.slice(0, 100)), 422],
    ];
    for (const [bytes, status] of wrong) {
      const { state, problem } = await upload(bytes);
      expect([state, problem?.status, problem?.type?.startsWith('urn:lookback:rule:workbook.')]).toEqual(['failed', status, true]);
      expect(problem?.titleZh).toMatch(/\p{Script=Han}/u);
    }
    const large = new Uint8Array(64 * 1024 * 1024 + 1);
    expect((await office.ask('POST', '/imports/roster?dated=2016-12-31', large, staff.operator.token)).status).toBe(413);
    expect((await office.ask('POST', '/imports/roster?dated=2016-13-31', file, staff.operator.token)).problem.errors).toMatchObject([
      { field: 'dated' },
    ]);
  }, 30_000);
});

describe('a list brought by the command line', () => {
  let place: Premises;
  beforeAll(async () => (place = await premises()));
  afterAll(() => place.drop());

  const roster = (file: string, ...options: string[]) =>
    Running.cli(['import', 'roster', file, '--dated', '2016-12-31', '--json', ...options], place.env);
  /** What it answers: exactly one JSON object. */
  const report = ({ stdout }: Running): Report => {
    expect(stdout.endsWith('\n') && stdout.indexOf('\n') === stdout.length - 1).toBe(true);
    return JSON.parse(stdout) as Report;
  };
  const entries = async () =>
    (await place.owner.query<{ n: number }>("SELECT count(*)::int n FROM log.entry WHERE stream LIKE 'household-%'")).rows[0]?.n;

  it('records nothing in a dry run, ends with 1 where something is refused, and with 2 where it is not understood', async () => {
    const dry = roster(excerpt.pathname, '--dry-run');
    expect(await dry.ended()).toBe(0);
    expect([report(dry), await entries()]).toMatchObject([{ dryRun: true, rows: 36, accepted: 11, duplicates: 1 }, 0]);
    expect(dry.stderr).toMatch(/password: \w+/);
    const file = join(place.settings.data, 'wrong.xlsx');
    await writeFile(file, await rosterOf(changedRow(householdsRows(2), 0, { 姓名: '' })));
    const [refused, misused, absent] = [roster(file), Running.cli(['import', 'roster'], place.env), roster('absent.xlsx')];
    expect(await Promise.all([refused, misused, absent].map((one) => one.ended()))).toEqual([1, 2, 1]);
    expect([report(refused), await entries()]).toMatchObject([{ accepted: 1, refused: 1 }, 1]);
    expect([misused.stdout, absent.stdout]).toEqual(['', '']);
    expect(absent.stderr).toBe('absent.xlsx cannot be read: there is no such file\n');
    const day = Running.cli(['as-of', '610426001200000001', '--at', '2019-02-30'], place.env);
    expect([await day.ended(), day.stderr]).toEqual([2, expect.stringMatching(/^--at is "2019-02-30"; it must be /)]);
  });

  it('of divisions lets each new region have standards of its own; again, nothing is added', async () => {
    const file = join(place.settings.data, 'regions.csv');
    const lines = ['code,name,level,parent', '11,北京市,province,', '1101,市辖区,city,11', '110105,朝阳区,county,1101'];
    await writeFile(file, [...lines, '110105001,建外街道,township,110105', '110105001001,永安里,village,110105001', ''].join('\n'));
    const streams = async () =>
      (await place.owner.query<{ stream: string }>("SELECT stream FROM log.entry WHERE stream ~ '-11' ORDER BY position")).rows;
    const opened = ['regions-110105', 'standards-11', 'standards-1101', 'standards-110105'];
    for (const again of [false, true]) {
      const cli = Running.cli(['import', 'regions', file, '--json'], place.env);
      expect([again, await cli.ended(), cli.stdout]).toEqual([again, 0, '{"counties":["110105"]}\n']);
      expect((await streams()).map(({ stream }) => stream)).toEqual(opened);
    }
  });

  it('is stopped by Ctrl-C with no household half, and completed by the next run', async () => {
    const file = join(place.settings.data, 'large.xlsx');
    await writeFile(file, await rosterOf(householdsRows(3_002, 3).slice(6)));
    const first = roster(file);
    await until('the first households', async () => ((await entries()) ?? 0) > 1 || undefined);
    first.send('SIGINT');
    expect(await first.ended()).toBe(1);
    expect(report(first)).toMatchObject({ stopped: true, refused: 0 });
    expect(first.stderr).toContain('Stopped');
    const taken = (await entries()) ?? 0;
    expect([report(first).entries, taken < 3_001]).toEqual([taken - 1, true]);
    const half = await place.owner.query("SELECT stream FROM log.entry WHERE stream LIKE 'household-%' GROUP BY 1 HAVING count(*) <> 1");
    expect(half.rows).toEqual([]);
    const second = roster(file);
    expect(await second.ended()).toBe(0);
    expect(report(second)).toMatchObject({
      households: 3_000,
      people: 9_000,
      alreadyThere: taken - 1,
      accepted: 3_001 - taken,
      stopped: false,
    });
    expect(await entries()).toBe(3_001);
  });
});
