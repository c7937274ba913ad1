import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asker, xlsx } from './support/asking.js';
import { excerptBytes, imported } from './support/importing.js';
import { ledgerRowsIn } from './support/ledgers.js';
import { type Office, openOffice } from './support/office.js';
import { ProblemOffice, type Step } from './support/problem-office.js';
import { Running } from './support/running.js';
import { mustBe, staffed } from './support/staff.js';

let at: ProblemOffice;
let other: Office;
let otherToken: string;
/** Where the log stood when the ledger had been taken over, and nothing else was known. */
let knownBefore: number;
const ledger = readFileSync(new URL('./data/ledger-excerpt.xlsx', import.meta.url));

/** Problems at every place of their lives. */
const lives: Readonly<Record<string, readonly Step[]>> = {
  found: ['found'],
  handedOver: ['found', 'handedOver'],
  accepted: ['found', 'handedOver', 'accepted', 'measured'],
  disputed: ['found', 'handedOver', 'disputed'],
  returned: ['found', 'handedOver', 'reported', 'returned'],
  reported: ['found', 'handedOver', 'reported'],
  verified: ['found', 'handedOver', 'reported', 'verified'],
  cancelled: ['found', 'handedOver', 'reported', 'verified', 'satisfied', 'cancelled'],
  reopened: ['found', 'handedOver', 'reported', 'verified', 'satisfied', 'cancelled', 'reopened'],
};

beforeAll(async () => {
  at = await ProblemOffice.open();
  await imported(at.office.ask, ledger, at.staff.operator.token, '', 'ledger');
  knownBefore = await at.office.system.log.head();
  for (const [name, life] of Object.entries(lives)) await at.lived(`L-${name}`, ...life);
  const formulas = {
    found: { words: '=HYPERLINK("http://x","y")\n@甲  乙 _x000D_' },
    handedOver: { measure: ' +86 修缮\t屋顶 ' },
  } as const;
  for (const step of ['found', 'handedOver'] as const) await mustBe(201, at.asked('L-formula', step, at.doer(step), formulas[step]));
  other = await openOffice();
  otherToken = (await staffed(other.ask, other.password)).operator.token;
  await imported(other.ask, excerptBytes(), otherToken);
}, 120_000);
afterAll(() => Promise.all([at.close(), other.close()]));

async function exported(url: string, token: string, query = ''): Promise<Buffer> {
  const answer = await fetch(`${url}/problems/ledger.xlsx${query}`, { headers: { authorization: `Bearer ${token}` } });
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, xlsx]);
  return Buffer.from(await answer.arrayBuffer());
}
const rowOf = (rows: readonly Record<string, string>[], number: string) => rows.find((row) => row['问题编号'] === number);

describe('the ledger as a workbook', () => {
  it('has a row for every problem, in the words of the office', async () => {
    const rows = await ledgerRowsIn(await exported(at.office.url, at.staff.operator.token));
    expect(rows).toHaveLength(10 + Object.keys(lives).length + 1);
    expect(rowOf(rows, 'L-cancelled')).toEqual({
      序号: expect.stringMatching(/^\d+$/),
      问题编号: 'L-cancelled',
      问题来源: '自查',
      发现时间: '2018-03-01',
      '乡(镇)': '监军街道',
      行政村: '永安村委会',
      户编号: '610426001200000001',
      户主姓名: expect.stringMatching(/^\p{Script=Han}{2,4}$/u),
      问题类别: '精准退出',
      问题描述: '屋顶漏雨，登记为已修缮',
      责任领导: '骆长河',
      责任单位: '监军街道办事处',
      责任人: '苗春兰',
      整改措施: '修缮屋顶',
      整改时限: '2018-06-30',
      整改进展: '已完成整改',
      是否销号: '是',
      销号时间: '2018-07-20',
      销号编号: 'XH-L-cancelled',
    });
    expect(rows.map((row) => row['序号'])).toEqual(rows.map((_, i) => String(i + 1)));
    const progress = (number: string) => [rowOf(rows, number)?.['整改进展'], rowOf(rows, number)?.['是否销号']];
    expect(Object.keys(lives).map((name) => progress(`L-${name}`).join())).toEqual([
      ...['未启动,否', '整改中,否', '整改中,否', '未启动,否', '整改中,否', '已完成整改,否', '已完成整改,否', '已完成整改,是', '未启动,否'],
    ]);
  });

  it('has the rows of the ledger that was taken over, cell by cell, but for the places, which are the household’s own, and the numbers', async () => {
    const rows = await ledgerRowsIn(await exported(at.office.url, at.staff.operator.token));
    const numbers = new Set<string | undefined>();
    for (const { '乡(镇)': _township, 行政村: _village, 序号: _listed, 问题编号: _number, ...row } of await ledgerRowsIn(ledger)) {
      const same = rows.filter(({ 户编号, 发现时间, 问题描述 }) => 户编号 === row['户编号'] && 发现时间 === row['发现时间'] && 问题描述 === row['问题描述']); // prettier-ignore
      expect(same).toEqual([expect.objectContaining(row)]);
      numbers.add(same[0]?.['问题编号']);
    }
    expect([...numbers].sort()).toEqual(Array.from({ length: 10 }, (_, i) => `ZG-2017-${String(i + 1).padStart(4, '0')}`));
  });

  it('taken over by another office gives the same problems, and the same rows again', async () => {
    const bytes = await exported(at.office.url, at.staff.operator.token);
    const rows = await ledgerRowsIn(bytes);
    const { report } = await imported(other.ask, bytes, otherToken, '', 'ledger');
    expect(report).toMatchObject({ rows: rows.length, accepted: rows.length, refused: 0, headsDiffering: 0 });
    expect(report?.entries).toBeGreaterThan(rows.length);
    expect((await other.owner.query("SELECT FROM log.entry WHERE stream LIKE 'series-%'")).rows).toEqual([]); // all keep their numbers
    const again = await exported(other.url, otherToken);
    expect(await ledgerRowsIn(again)).toEqual(rows);
    expect((await imported(other.ask, again, otherToken, '', 'ledger')).report).toMatchObject({ accepted: 0, alreadyThere: rows.length, entries: 0 }); // prettier-ignore
  });

  it('of some of them, taken over where it came from, adds nothing, and tells its rows as there', async () => {
    const bytes = await exported(other.url, otherToken, '?status=cancelled');
    const head = await other.system.log.head();
    const { report } = await imported(other.ask, bytes, otherToken, '', 'ledger');
    expect(report).toMatchObject({ accepted: 0, refused: 0, differing: (await ledgerRowsIn(bytes)).length, entries: 0 });
    expect(await other.system.log.head()).toBe(head);
  });

  it('is of any moment: as it was on a day, as it was known at a position, and taken over elsewhere gives the same rows', async () => {
    const rowsAt = async (query: string) => ledgerRowsIn(await exported(at.office.url, at.staff.operator.token, query));
    const before = await rowsAt(`?known=@${knownBefore}`);
    expect(before).toHaveLength(10);
    const early = await rowsAt('?at=2018-03-01');
    expect(rowOf(early, 'L-cancelled')).toMatchObject({ 发现时间: '2018-03-01', 责任领导: '', 整改时限: '', 整改进展: '未启动', 是否销号: '否', 销号编号: '' }); // prettier-ignore
    expect(await rowsAt('?at=2018-02-28&known=2099-01-01')).toHaveLength(10);
    const then = await openOffice();
    try {
      const { token } = (await staffed(then.ask, then.password)).operator;
      await imported(then.ask, excerptBytes(), token);
      const bytes = await exported(at.office.url, at.staff.operator.token, '?at=2018-07-19');
      expect((await imported(then.ask, bytes, token, '', 'ledger')).report).toMatchObject({ refused: 0 });
      expect(await ledgerRowsIn(await exported(then.url, token))).toEqual(await ledgerRowsIn(bytes));
    } finally {
      await then.close();
    }
    const wrong = await asker(at.office.url)('GET', '/problems/ledger.xlsx?at=2999-01-01', undefined, at.staff.operator.token);
    expect([wrong.status, wrong.text]).toEqual([400, expect.stringContaining('2999-01-01')]);
  });

  it('is asked for as the ledger is, and held to the same regions', async () => {
    const numbers = async (query: string, token = at.staff.operator.token) =>
      (await ledgerRowsIn(await exported(at.office.url, token, query))).map((row) => row['问题编号']);
    expect(await numbers('?status=reopened')).toEqual(['L-reopened']);
    expect(await numbers(`?unit=${at.staff.units.township}&status=disputed&class=exit&overdue=true`)).toEqual(['L-disputed']);
    expect(await numbers('', at.staff.stranger.token)).toEqual([]);
    const ask = asker(at.office.url);
    expect((await ask('GET', '/problems/ledger.xlsx?overdue=maybe', undefined, at.staff.operator.token)).status).toBe(400);
    expect((await ask('GET', '/problems/ledger.xlsx')).status).toBe(401);
  });

  it('is written by the command line too', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'lookback-export-'));
    const path = join(folder, 'ledger.xlsx');
    const unknown = Running.cli(['export', 'ledger', path], other.env);
    expect([await unknown.ended(), unknown.stderr]).toEqual([2, expect.stringContaining('Sign in first')]);
    await writeFile(join(other.settings.data, 'session'), otherToken, { mode: 0o600 });
    const wrong = Running.cli(['export', 'ledger', path, '--status', 'nowhere'], other.env);
    expect([await wrong.ended(), wrong.stderr]).toEqual([2, expect.stringContaining('--status is "nowhere"')]);
    await expect(readFile(path)).rejects.toThrow('ENOENT');
    const cli = Running.cli(['export', 'ledger', path, '--status', 'in-progress', '--json'], other.env);
    expect([await cli.ended(), cli.stderr]).toEqual([0, '']);
    const rows = await ledgerRowsIn(await readFile(path));
    expect(JSON.parse(cli.stdout)).toEqual({ file: path, rows: rows.length });
    expect(new Set(rows.map((row) => row['是否销号']))).toEqual(new Set(['否']));
    await rm(folder, { recursive: true });
  }, 180_000); // the command line is started three times
});
