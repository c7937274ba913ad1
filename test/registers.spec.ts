import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RegisterChanges, RegisterPage, RegistersShown } from '@lookback/application/queries';
import { listed } from './support/asking-registers.js';
import { knownId } from './support/importing.js';
import { ProblemOffice } from './support/problem-office.js';
import { mustBe } from './support/staff.js';

let near: ProblemOffice;
beforeAll(async () => {
  near = await ProblemOffice.open();
  await near.lived('ZG-2018-0001', 'found', 'handedOver', 'accepted');
  await near.lived('ZG-2018-0002', 'found');
});
afterAll(() => near.close());

const token = () => near.staff.operator.token;
const ask = (path: string, own = token()) => near.office.ask('GET', `/registers${path}`, undefined, own);
const page = async (path: string, own = token()) => (await mustBe(200, ask(path, own))).as(RegisterPage);

describe('registers over HTTP', () => {
  it('are described as far as the account may read them, each column with what can be asked of it', async () => {
    const { registers } = (await mustBe(200, ask(''))).as(RegistersShown);
    const names = registers.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['households', 'problems', 'helpers', 'units', 'people', 'posts', 'standards']));
    expect(names).not.toContain('accounts');
    const problems = registers.find(({ name }) => name === 'problems');
    expect(problems?.beside.sort()).toEqual(['helpers', 'households']);
    const status = problems?.columns.find(({ name }) => name === 'status');
    expect(status).toMatchObject({ kind: 'code', filter: true, count: true, opened: false, words: { found: { zh: '待交办' } } });
    const since = registers.find(({ name }) => name === 'posts')?.columns.find(({ name }) => name === 'since');
    expect(since?.parameter).toBe('posts.since');
  });

  it('list rows with words for codes, names for ids, and boxes opened', async () => {
    const { rows, total, at, known, position } = await page('/problems?columns=number,status,unit,words,overdue&order=number');
    expect({ total, known }).toEqual({ total: 2, known: `@${position}` });
    expect(at).toMatch(/^20\d\d-/);
    expect(rows[0]).toMatchObject({
      subject: { kind: 'household', id: knownId },
      key: 'ZG-2018-0001',
      cells: {
        status: { value: 'accepted', said: { zh: '已接收' } },
        unit: { value: near.staff.units.township, said: { zh: expect.any(String) } },
        words: { value: expect.any(String) },
        overdue: { value: true, said: { zh: '是' } },
      },
    });
    expect(Object.keys(rows[0]?.cells ?? {})).toEqual(['number', 'status', 'unit', 'words', 'overdue']);
  });

  it.each([
    ['status=accepted,found', 2],
    ['status=cancelled', 0],
    ['village=610426', 2],
    ['village=610426999', 0],
    ['village=61042600120', 400],
    ['number=ZG-2018-0002', 1],
    ['number=zg', 0],
    ['unit=none', 1],
    ['overdue=true', 1],
    ['foundOn=2018..2019', 400],
    ['foundOn=2018-01-01..2018年12月31日', 2],
    ['foundOn=..2018/1/1', 0],
    ['extensions=0..3', 2],
    ['households.number=61', 2],
    ['without=helpers', 2],
    ['with=helpers&helpers.lasts=true', 0],
    ['class=exit', 2],
  ])('look for %s', async (query, expected) => {
    const answer = await ask(`/problems?${query}`);
    expect([query, answer.status === 200 ? answer.as(RegisterPage).total : answer.status]).toEqual([query, expected]);
  });

  it('show rows of others of the same subjects beside', async () => {
    const { rows } = await page('/households?with=problems&problems.status=found&columns=number,head&limit=2');
    expect(rows).toHaveLength(1);
    expect(rows[0]?.with?.['problems']).toMatchObject([{ number: { value: 'ZG-2018-0002' }, status: { value: 'found' } }]);
  });

  it('tell what changed since a position, before and after', async () => {
    const { position } = await page('/problems?limit=1');
    await near.lived('ZG-2018-0002', 'handedOver');
    const changes = (await mustBe(200, ask(`/problems?since=@${position}&columns=status&known=@${position + 1}`))).as(RegisterChanges);
    expect(changes.rows).toMatchObject([{ before: { status: { value: 'found' } }, after: { status: { value: 'handed-over' } } }]);
    expect(changes.rebuilt).toBeNull();
    const differing = JSON.stringify([{ table: 'read."problems_known"', rows: 3, keys: [], apart: [] }]);
    await near.office.owner.query(`INSERT INTO read.rebuilt (model, position, was, version, differing) VALUES ('problems', $1, 'a', 'b', $2)`, [position + 1, differing]); // prettier-ignore
    const { rebuilt } = (await mustBe(200, ask(`/problems?since=@${position}`))).as(RegisterChanges);
    expect(rebuilt).toEqual({ position: position + 1, was: 'a', rows: 3 });
    expect((await page(`/problems?known=@${position}&status=found`)).total).toBe(1);
    expect((await page('/problems?status=found')).total).toBe(0);
  });

  it('tell nothing of what lies elsewhere, and say what cannot be read', async () => {
    expect(await page('/problems?village=610426', near.staff.stranger.token)).toMatchObject({ total: 0, rows: [], next: null });
    const { status, problem } = await ask(
      '/problems?foo=1&status=x,found&dueOn=2020-13-01&at=2018-02-30&order=words&limit=0&with=units&after=x',
    );
    expect(status).toBe(400);
    expect(problem.errors?.map(({ field, value }) => [field, value])).toEqual([
      ['foo', '1'],
      ['status', 'x'],
      ['dueOn', '2020-13-01'],
      ['with', 'units'],
      ['order', 'words'],
      ['limit', '0'],
      ['after', 'x'],
      ['at', '2018-02-30'],
    ]);
    for (const { en, zh } of problem.errors ?? []) expect([en.length > 5, /\p{Script=Han}/u.test(zh)]).toEqual([true, true]);
    expect((await ask('/accounts')).status).toBe(403);
    expect((await ask('/nothing')).status).toBe(404);
  });

  it('answer of a later day than was known as of that, and say so; what lies ahead they refuse', async () => {
    expect(await page('/problems?known=2018-06-30&at=2019-01-01')).toMatchObject({ at: '2018-06-30', notYet: '2019-01-01', total: 0 });
    expect((await ask('/problems?at=2090-01-01')).problem.errors).toMatchObject([{ field: 'at', value: '2090-01-01' }]);
  });

  it('are walked without a gap or a double while entries are recorded, at the point of the first page', async () => {
    const before = await page('/households?columns=number&limit=500');
    const found: string[] = [];
    for (let after = ''; ;) {
      const one = await page(`/households?columns=number&limit=7${after}`);
      expect(one).toMatchObject({ position: before.position, total: before.total });
      found.push(...listed(one));
      if (found.length === 7) await near.lived('ZG-2018-0003', 'found');
      if (one.next === null) break;
      after = `&after=${one.next}`;
    }
    expect(found).toEqual(listed(before));
  });

  it('find by a name what stands in no address', async () => {
    const [first] = (await page('/households?columns=head&limit=1')).rows;
    const text = String(first?.cells['head']?.value);
    const search = (body: object) => near.office.ask('POST', '/registers/problems/search', body, token());
    const known = (await page(`/households?columns=head&with=problems&problems.number=ZG`)).rows[0]?.cells['head']?.value;
    expect((await mustBe(200, search({ text: String(known), columns: 'number' }))).as(RegisterPage).total).toBe(3);
    expect((await mustBe(200, search({ text: 'ZG-2018-0001' }))).as(RegisterPage).total).toBe(1);
    expect((await mustBe(200, search({ text, status: 'cancelled' }))).as(RegisterPage).total).toBe(0);
    expect((await search({ text: '李' })).problem.errors).toMatchObject([{ field: 'text', zh: expect.stringContaining('两个字') }]);
    expect((await search({ text: 5 })).problem.errors).toMatchObject([{ field: 'text' }]);
    const found = async (register: string, body: object) =>
      (await mustBe(200, near.office.ask('POST', `/registers/${register}/search`, body, token()))).as(RegisterPage);
    const [operator] = (await found('people', { text: '苗春' })).rows;
    expect([operator?.subject.id, operator?.cells['name']?.value]).toEqual([near.staff.operator.person, '苗春兰']);
    expect((await found('units', { text: '住房和城乡' })).rows.map(({ called }) => called)).toEqual(['永寿县住房和城乡建设局']);
    expect((await found('problems', { text: '苗春兰' })).total).toBe(
      (await found('problems', { person: near.staff.operator.person })).total,
    );
    const rights = near.office.ask('POST', '/registers/rights/search', { text: '苗春兰' }, near.staff.admin.token);
    expect((await mustBe(400, rights)).problem.errors).toMatchObject([{ field: 'text', zh: '在本清单中无法按文字查找' }]);
  });
});
