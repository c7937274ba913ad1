import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RegisterCounts, RegisterPage, RegisterReceipts } from '@lookback/application/queries';
import { readSheet } from '@lookback/paper/workbook';
import type { AccountId, StreamName } from '@lookback/kernel';
import { ProblemOffice } from './support/problem-office.js';
import { listed } from './support/asking-registers.js';
import { mustBe } from './support/staff.js';

let near: ProblemOffice;
beforeAll(async () => {
  near = await ProblemOffice.open();
  await near.lived('ZG-2018-0001', 'found', 'handedOver', 'accepted');
  for (const number of ['ZG-2018-0002', 'ZG-2018-0003']) await near.lived(number, 'found');
});
afterAll(() => near.close());

const ask = (path: string, { token } = near.staff.operator) => near.office.ask('GET', `/registers/${path}`, undefined, token);
const counts = async (path: string) => (await mustBe(200, ask(path))).as(RegisterCounts);
const linked = (parameters: Readonly<Record<string, string>>) => new URLSearchParams(parameters).toString();

describe('figures of a register', () => {
  it('are what it lists, by whatever columns, at whatever point', async () => {
    for (const by of ['status', 'township,status', 'unit,overdue', 'class,source', ''])
      for (const point of ['', '&at=2018-03-02', `&known=@${await near.office.system.log.head()}&at=2018-06-30`]) {
        const { total, counts: figures } = await counts(`problems/counts?by=${by}${point}`);
        const all = (await mustBe(200, ask(`problems?limit=1${point}`))).as(RegisterPage);
        expect([by, point, total.rows]).toEqual([by, point, all.total]);
        if (by !== '') expect(figures.reduce((sum, { rows }) => sum + rows, 0)).toBe(all.total);
        for (const { cells, rows } of figures) {
          const filters = linked(Object.fromEntries(Object.entries(cells).map(([name, { value }]) => [name, String(value ?? 'none')])));
          expect([by, filters, (await mustBe(200, ask(`problems?limit=1&${filters}${point}`))).as(RegisterPage).total]).toEqual([
            by,
            filters,
            rows,
          ]);
        }
      }
  });

  it('say how many subjects they count, what their sums come to, and what their codes mean', async () => {
    const { counts: figures } = await counts('problems/counts?by=status');
    expect(figures).toMatchObject([
      { cells: { status: { value: 'accepted', said: { zh: '已接收' } } }, rows: 1, subjects: 1 },
      { cells: { status: { value: 'found', said: { zh: '待交办' } } }, rows: 2, subjects: 1 },
    ]);
    const { total } = await counts('households/counts?by=township');
    expect(total.sums).toMatchObject({ people: expect.any(Number), openProblems: 3 });
  });

  it('rest on rows, each with the entry that set what is counted', async () => {
    const { counts: figures } = await counts('problems/counts?by=status,unit&number=ZG');
    for (const { receipts, rows } of figures) {
      const found = (await mustBe(200, ask(`problems/receipts?${linked(receipts)}&limit=1`))).as(RegisterReceipts);
      expect(found).toMatchObject({ total: rows, rows: [{ cells: { status: expect.anything() }, entry: { zh: expect.any(String) } }] });
      expect(found.rows[0]?.entry?.position).toBe(found.rows[0]?.setBy);
      expect(found.next === null).toBe(rows === 1);
    }
    const accepted = figures.find(({ cells }) => cells['status']?.value === 'accepted');
    const { rows } = (await mustBe(200, ask(`problems/receipts?${linked(accepted?.receipts ?? {})}`))).as(RegisterReceipts);
    expect(rows[0]?.entry?.type).toBe('HandoverAccepted');
  });

  it('name what they cannot be counted by', async () => {
    expect((await ask('problems/counts?by=words,foundOn')).problem.errors?.map(({ field, value }) => [field, value])).toEqual([
      ['by', 'words'],
      ['by', 'foundOn'],
    ]);
  });
});

describe('an export', () => {
  const file = async (path: string) => {
    const answer = await fetch(`${near.office.url}/registers/${path}`, {
      headers: { authorization: `Bearer ${near.staff.operator.token}` },
    });
    return { status: answer.status, headers: answer.headers, bytes: new Uint8Array(await answer.arrayBuffer()) };
  };
  const recorded = async () =>
    (await near.office.system.log.readStream(`account-${near.staff.operator.account as AccountId}` as StreamName)).at(-1);

  it('is what is listed, in words, as a workbook', async () => {
    const { bytes, headers } = await file('problems/export?columns=number,status,words,overdue&order=number');
    expect(headers.get('content-type')).toMatch(/spreadsheet/);
    const { rows } = await readSheet(bytes, { columns: ['编号', '状态', '问题描述', '是否逾期'].map((name) => ({ name })) });
    const found: string[][] = [];
    for await (const row of rows) found.push(['编号', '状态', '是否逾期'].map((name) => row.text(name)));
    expect(found).toEqual([
      ['ZG-2018-0001', '已接收', '是'],
      ['ZG-2018-0002', '待交办', '否'],
      ['ZG-2018-0003', '待交办', '否'],
    ]);
  });

  it('is recorded in the account, before it is written: of which point, how many rows, and what they were looked for by', async () => {
    const { bytes, headers } = await file('problems/export?format=csv&language=en&status=found&number=ZG-2018&columns=number');
    expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)).toBe('\uFEFFNumber\r\nZG-2018-0003\r\nZG-2018-0002\r\n');
    expect(headers.get('x-total-rows')).toBe('2');
    const { type, data, by } = (await recorded()) ?? {};
    expect({ type, data }).toEqual({
      type: 'RegisterExported',
      data: {
        register: 'problems',
        at: by?.effectiveOn,
        known: expect.any(Number),
        rows: 2,
        format: 'csv',
        filters: ['status=found', 'number'],
      },
    });
  });

  it('holds every row once, whatever is recorded while it is written', async () => {
    const whole = (await mustBe(200, ask('households?limit=500&columns=number'))).as(RegisterPage);
    const { bytes } = await file('households/export?format=csv&columns=number');
    expect(new TextDecoder().decode(bytes).trim().split('\r\n')).toHaveLength(listed(whole).length + 1);
  });

  it('is refused as a list is, and nothing is recorded', async () => {
    const before = (await recorded())?.position;
    for (const query of ['accounts/export', 'problems/export?format=pdf', 'problems/export?foo=1'])
      expect([query, (await ask(query)).status]).toEqual([query, query.startsWith('accounts') ? 403 : 400]);
    expect((await recorded())?.position).toBe(before);
  });
});
