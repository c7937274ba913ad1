import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { listedHouseholdId } from '@lookback/case/household';
import type { HouseholdNumber } from '@lookback/case/identification';
import type { RegionCode } from '@lookback/kernel';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { registersOf } from './support/asking-registers.js';
import { imported, type Report } from './support/importing.js';
import { type Office, openOffice } from './support/office.js';
import { citizenNumber, householdRows, rosterOf } from './support/rosters.js';
import { colleague, mustBe, type Staff, staffed } from './support/staff.js';

const folder = new URL('data/cases/', import.meta.url);
const shared = new URL('../../shared/cases/', import.meta.url);
if (!existsSync(shared)) process.stderr.write(`cases.spec.ts compares no list with the shared cases: there is no ${shared.pathname}\n`);
const caseOf = (name: string): Uint8Array => readFileSync(new URL(`${name}.xlsx`, folder));

const numberOf = (last: number) => `610426001200${String(last).padStart(6, '0')}` as HouseholdNumber;
const idOf = (last: number) => listedHouseholdId('610426' as RegionCode, numberOf(last));

/** What the file of a household holds, as far as these specs look. */
class FileShown {
  members: readonly {
    readonly name: string;
    readonly phone: string | null;
    readonly citizenNumber: string | null;
    readonly document?: { readonly kind: string; readonly documentNumber: string };
    readonly withoutNumber?: string;
  }[];
}

let office: Office;
let staff: Staff;
beforeAll(async () => {
  office = await openOffice();
  staff = await staffed(office.ask, office.password);
});
afterAll(() => office.close());

const take = (bytes: Uint8Array, list = 'roster', options = '&language=zh') =>
  imported(office.ask, bytes, staff.operator.token, options, list);
const reportOf = async (name: string): Promise<Report> => {
  const { report } = await take(caseOf(name));
  if (!report) throw new Error(`${name} was not read`);
  return report;
};
const faults = ({ faults: all }: Report) => all.map(({ sheet, row, column, rule }) => `${sheet} ${String(row)} ${column} ${rule}`);
const file = async (last: number, token = staff.operator.token) =>
  (await mustBe(200, office.ask('GET', `/households/${idOf(last)}`, undefined, token))).as(FileShown);
const found = async (text: string) =>
  (await registersOf(office.ask, staff.operator).search('households', { text })).rows.map(({ called }) => called);

it('the lists are those of the shared cases, where these are there', () => {
  const names = existsSync(shared) ? readdirSync(shared).filter((name) => name.endsWith('.xlsx')) : [];
  for (const name of names)
    expect([name, readFileSync(new URL(name, folder)).equals(readFileSync(new URL(name, shared)))]).toEqual([name, true]);
});

describe('a roster', () => {
  it('02: of a sheet a village is read sheet by sheet', async () => {
    const report = await reportOf('02-sheet-a-village');
    expect(report).toMatchObject({ rows: 5, accepted: 3, refused: 0, people: 5, sheets: ['永安村', '二村', '三村'], sheetsLeftOut: [] });
  });

  it('05: with merged cells says of every row what they say', async () => {
    expect(await reportOf('05-merged-household-cells')).toMatchObject({ rows: 3, accepted: 1, refused: 0 });
    expect((await file(1031)).members).toHaveLength(3);
  });

  it('06: with a number that Excel has cut is refused in that cell', async () => {
    expect(faults(await reportOf('06-numeric-household-number-15-digits'))).toContain('Sheet1 2 户编号 input.number-cut');
  });

  it('08: with errors of Excel is refused in those cells', async () => {
    const report = await reportOf('08-error-cells');
    expect(faults(report)).toEqual(['自然村', '姓名', '联系电话'].map((column) => `Sheet1 3 ${column} input.excel-error`));
  });

  it('10, 52: takes a word for no phone as none, and refuses another', async () => {
    const report = await reportOf('10-phone-placeholder');
    expect(faults(report)).toEqual(['Sheet1 5 联系电话 input.phone-unreadable']);
    expect(await reportOf('52-phone-wu')).toMatchObject({ accepted: 1, refused: 0 });
    expect((await file(1321)).members[0]?.phone).toBeNull();
  });

  it('11a: with somebody born after its date is refused', async () => {
    expect(faults(await reportOf('11a-born-2035'))).toEqual(['Sheet1 2 证件号码 list.born-after']);
  });

  it('12: takes people without a citizen number, with the reason or their document, which is found', async () => {
    expect(await reportOf('12a-newborn-without-number')).toMatchObject({ accepted: 1, refused: 0 });
    expect((await file(1091)).members[2]).toMatchObject({ citizenNumber: null, withoutNumber: 'not-stated' });
    expect(await reportOf('12b-permit-number')).toMatchObject({ accepted: 1, refused: 0 });
    expect((await file(1092)).members[1]).toMatchObject({ document: { kind: 'hk-macao-permit', documentNumber: 'H01234567' } });
    const masked = (await file(1092, staff.auditor.token)).members[1]?.document?.documentNumber;
    expect(masked).toBe('*******67');
    expect(await found('h01234567')).toEqual([numberOf(1092)]);
  });

  it('14a: has one dot in a name, found by each', async () => {
    expect(await reportOf('14a-dots')).toMatchObject({ accepted: 1, refused: 0 });
    expect(new Set((await file(1111)).members.map(({ name }) => name))).toEqual(new Set(['买买提·艾力']));
    for (const dot of '·•．・‧･.') expect([dot, await found(`买买提${dot}艾力`)]).toEqual([dot, [numberOf(1111)]]);
  });

  it('15: tells totals and signatures as rows that belong to no household', async () => {
    const report = await reportOf('15-total-row');
    expect(report).toMatchObject({ rows: 4, accepted: 1, refused: 0, rowsAside: 2, faults: [] });
    expect(report.asidePlaces).toEqual([4, 5].map((row) => ({ sheet: 'Sheet1', row })));
  });

  it('18b: with a header over two rows is refused by the names of the columns that it lacks', async () => {
    const { state, problem } = await take(caseOf('18b-two-tier-header-split'));
    expect([state, problem?.type]).toEqual(['failed', 'urn:lookback:rule:workbook.columns-missing']);
    expect(problem?.titleZh).toContain('务工状况、务工时间（月）');
  });

  it('24: with TRUE for a name and a day for a phone is refused in those cells', async () => {
    expect(faults(await reportOf('24-boolean-name-date-phone'))).toEqual([
      'Sheet1 2 姓名 input.boolean',
      'Sheet1 2 联系电话 input.day-instead',
    ]);
  });

  it('26: has its odd row marked, and its workbook of refused rows speaks one language and cites its own rows', async () => {
    const sound = householdRows(1, 1);
    const odd = [...householdRows(2), ...householdRows(3)].map((row, i) => (i === 3 ? { ...row, 行政村: '杜家庄村委会' } : row));
    expect(faults(await reportOf('26-first-row-odd'))).toEqual(['Sheet1 2 行政村 list.rows-contradict']);
    const { id, report } = await take(await rosterOf([...sound, ...odd]));
    expect(report?.faults).toMatchObject([{ row: 7, column: '行政村', zh: '与本户第 8 行不一致。' }]);
    expect(await reasonsIn(id)).toEqual(['与本户第 4 行不一致。', '', '']);
    const english = await take(await rosterOf(odd.slice(3)), 'roster', '&language=en');
    expect(await reasonsIn(english.id)).toEqual(['Row 4 of this household differs.', '', '']);
  });

  it('names regions in the workbook of refused rows', async () => {
    const { token } = staff.stranger;
    const { id } = await imported(office.ask, await rosterOf(householdRows(77, 1)), token, '');
    const [reason] = await reasonsIn(id, token);
    expect(reason).toMatch(/永安村委会/);
    expect(reason).not.toMatch(/[A-Za-z]/);
  });

  /** What a workbook of refused rows says beside each row, and only that: header and title are not of the list. */
  async function reasonsIn(id: string, token = staff.operator.token): Promise<string[]> {
    const answer = await fetch(`${office.url}/imports/${id}/refused.xlsx`, { headers: { authorization: `Bearer ${token}` } });
    const { readXlsx } = await import('hucre/xlsx');
    const [sheet] = (await readXlsx(new Uint8Array(await answer.arrayBuffer()))).sheets;
    const rows = sheet?.rows ?? [];
    const header = rows.findIndex((row) => row.includes('户编号'));
    return rows.slice(header + 1).map((row) => String(row[(rows[header]?.length ?? 0) - 1] ?? ''));
  }
});

describe('a ledger', () => {
  it('30: has its days read where there is no doubt, and refused where none can be meant', async () => {
    await take(await rosterOf(householdRows(1001, 1)));
    const { report } = await take(caseOf('30-ledger-dates'), 'ledger');
    const number = (nth: number) => `ZG-L${String(nth)}`;
    const readable = [1, 2, 3, 4, 5, 10, 12, 13, 16, 18, 19, 21, 22, 23, 24];
    const refused = new Map(report?.faults.map(({ row, rule }) => [row - 1, rule]));
    expect([...refused.keys()]).toEqual(Array.from({ length: 26 }, (_, i) => i + 1).filter((nth) => !readable.includes(nth)));
    expect([refused.get(14), refused.get(15)]).toEqual(['input.day-impossible', 'input.day-unreadable']);
    const { problems } = JSON.parse(
      (await mustBe(200, office.ask('GET', `/households/${idOf(1001)}`, undefined, staff.operator.token))).text,
    ) as {
      problems: readonly { readonly list: { readonly number: string }; readonly foundOn: string }[];
    };
    const foundOn = new Map(problems.map(({ list, foundOn }) => [list.number, foundOn]));
    for (const nth of readable)
      expect([nth, foundOn.get(number(nth))]).toEqual([nth, nth === 12 ? '2020-02-29' : nth === 13 ? '1969-12-31' : '2019-03-05']);
  });
});

describe('what is typed over HTTP', () => {
  const envelope = { effectiveOn: '2020-03-01' };
  const joining = {
    relation: 'grandson',
    ethnicGroup: '01',
    pupil: 'none',
    health: 'healthy',
    labour: 'none',
    seriousIllnessInsurance: true,
    reason: 'born',
  };
  const join = (said: object, effectiveOn = envelope.effectiveOn) =>
    office.ask(
      'POST',
      `/households/${idOf(41)}/join-member`,
      { command: { ...joining, ...said }, envelope: { effectiveOn } },
      staff.operator.token,
    );
  let nth = 30_000;
  const another = () => ({ citizenNumber: citizenNumber(nth++) });

  beforeAll(async () => {
    await take(await rosterOf(householdRows(41, 2).map((row, i) => (i === 0 ? { ...row, 姓名: '李四' } : row))));
  });

  it.each([
    ['张　三', '张三'],
    ['王\u200b五', '王五'],
    ['\u202e赵六 ', '赵六'],
    ['钱\r\n七', '钱七'],
    ['买买提•艾力', '买买提·艾力'],
  ])('a name %j is read as by an import', async (typed, name) => {
    await mustBe(201, join({ name: typed, ...another() }));
    expect((await file(41)).members.at(-1)?.name).toBe(name);
    const command = { name: typed, region: '610426', confirmed: true };
    const { id } = JSON.parse(
      (await mustBe(201, office.ask('POST', '/people/register-person?wait=projected', { command, envelope }, staff.admin.token))).text,
    ) as { id: string };
    const body = { text: typed };
    const people = (await mustBe(200, office.ask('POST', '/people/search', body, staff.admin.token))).text;
    expect(JSON.parse(people)).toMatchObject({ people: expect.arrayContaining([expect.objectContaining({ person: id, name })]) });
  });

  it.each(['　　', '\u200b', '张\0三', '张\ufffd', '2020', ''])('a name %j is refused by both', async (name) => {
    const errors = [expect.objectContaining({ field: 'command.name', zh: expect.stringMatching(/\p{Script=Han}/u) })];
    expect((await join({ name, ...another() })).problem).toMatchObject({ status: 400, errors });
    const command = { name, region: '610426', confirmed: true };
    const registered = await office.ask('POST', '/people/register-person', { command, envelope }, staff.admin.token);
    expect(registered.problem).toMatchObject({ status: 400, errors });
  });

  it('blank free text is absent', async () => {
    const visit = (findings: string) =>
      office.ask(
        'POST',
        `/households/${idOf(41)}/visit-home`,
        { command: { place: 'home', checklist: [], findings }, envelope },
        staff.operator.token,
      );
    expect((await visit(' \u200b')).problem.type).toBe('urn:lookback:rule:assistance.nothing-seen');
    expect((await visit('漏\0雨')).problem.errors).toMatchObject([{ field: 'command.findings' }]);
    const problem = { number: 'ZG-B', source: 'self-check', class: 'exit', level: 'county', words: '  \u200b' };
    const recorded = await office.ask(
      'POST',
      `/households/${idOf(41)}/record-problem`,
      { command: problem, envelope },
      staff.operator.token,
    );
    expect(recorded.problem.errors).toMatchObject([{ field: 'command.words', zh: '必填' }]);
  });

  it('nobody joins who is born later, and without a citizen number only with a document or the reason', async () => {
    const refusals = [
      await join({ name: '周八', ...another() }, '1939-01-01'),
      await join({ name: '周八' }),
      await join({ name: '周八', document: { kind: 'passport', number: '1' } }),
    ];
    expect(refusals.map(({ status }) => status)).toEqual([409, 409, 409]);
    expect(refusals[1]?.problem.type).toBe('urn:lookback:rule:identification.identity-missing');
    await mustBe(201, join({ name: '周八', withoutNumber: 'newborn' }));
    await mustBe(201, join({ name: '吴九', document: { kind: 'taiwan-permit', number: '０１２３４５６７' } }));
    expect((await file(41)).members.at(-1)).toMatchObject({ document: { kind: 'taiwan-permit', documentNumber: '01234567' } });
  });

  it('days in other notations are read, and impossible ones refused', async () => {
    await mustBe(201, join({ name: '郑十', ...another() }, '2020年4月5日'));
    for (const day of ['0019-03-05', '2020-02-30', '2135-01-01'])
      expect((await join({ name: '郑十', ...another() }, day)).problem.errors).toMatchObject([{ field: 'envelope.effectiveOn' }]);
  });

  it('a login may be typed in full width, with a space around', async () => {
    const { password } = staff.operator;
    await mustBe(200, office.ask('POST', '/session', { login: ' ｏｐｅｒａｔｏｒ\u200b', password }));
  });

  it.each(['李 四', ' 李四', '李　四', '李\u200b四', `６１０４２６${numberOf(41).slice(6)}`, ` ${numberOf(41)}`, `${numberOf(41)}01`])(
    'search %j finds the household',
    async (text) => {
      expect(await found(text)).toContain(numberOf(41));
    },
  );
});

describe('whatever is on record', () => {
  it('can be shown and masked: the file, why, the difference, the receipt', async () => {
    const auditor = await colleague(office.ask, staff.admin.token, { login: 'looks.on', rights: ['audit'] });
    const bytes = await rosterOf(householdRows(51, 1).map((row) => ({ ...row, 联系电话: '12345' })));
    await take(bytes);
    for (const path of ['', '/why', '/diff?at=2016-12-31&vsAt=2015-01-01', '/history'])
      await mustBe(200, office.ask('GET', `/households/${idOf(51)}${path}`, undefined, auditor.token));
    const receipt = await office.ask('GET', '/households/counts/receipt?region=610426001200&limit=100', undefined, auditor.token);
    expect([receipt.status, receipt.text.includes('610426001200000051')]).toEqual([200, true]);
  });
});
