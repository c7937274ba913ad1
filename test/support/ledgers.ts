import { ledgerHeader } from '@lookback/paper/lists';
import { readSheet, writeSheet } from '@lookback/paper/workbook';
import { householdRows } from './rosters.js';

type Cells = Readonly<Partial<Record<(typeof ledgerHeader)[number], string>>>;

const classes = ['精准识别', '精准退出', '精准帮扶', '政策落实'];
const start = Date.UTC(2020, 0, 1);
const dayOf = (nth: number) => new Date(start + nth * 86_400_000).toISOString().slice(0, 10);

/** A problem of the nth household of a generated roster (from 1), the same in its list, in progress. */
export function problemRow(nth: number, otherwise: Cells = {}): Cells {
  const [head] = householdRows(nth, 1);
  return {
    序号: String(nth),
    问题来源: '自查',
    发现时间: dayOf((nth - 1) % 360),
    '乡(镇)': '监军街道',
    行政村: '永安村委会',
    户编号: head?.['户编号'] ?? '',
    户主姓名: head?.['姓名'] ?? '',
    问题类别: classes[(nth - 1) % 4] ?? '',
    问题描述: '屋顶漏雨，登记为已修缮',
    责任领导: '骆长河',
    责任单位: '监军街道办事处',
    责任人: '苗春兰',
    整改措施: '修缮屋顶',
    整改时限: dayOf(((nth - 1) % 360) + 60),
    整改进展: '整改中',
    是否销号: '否',
    ...otherwise,
  };
}

/** A workbook of some problems as offices keep it. */
export function ledgerIn(rows: readonly Cells[], header: readonly (typeof ledgerHeader)[number][] = ledgerHeader): Promise<Uint8Array> {
  const cells = rows.map((row) => header.map((column) => row[column] ?? ''));
  return writeSheet({ name: '整改台账', title: [['永寿县问题整改台账']], header: [...header], rows: cells });
}

/** A workbook of so many problems, one each of the first households of a generated roster: a year's, the half of them put right. */
export function ledgerOf(count: number): Promise<Uint8Array> {
  const putRight = (i: number): Cells =>
    i % 2 === 0 ? { 整改进展: '已完成整改', 是否销号: '是', 销号时间: dayOf((i % 360) + 40), 销号编号: `XH-S-${String(i + 1)}` } : {};
  return ledgerIn(Array.from({ length: count }, (_, i) => problemRow(i + 1, putRight(i))));
}

/** The rows of a ledger's workbook, by column. */
export async function ledgerRowsIn(bytes: Uint8Array): Promise<Record<string, string>[]> {
  const { rows } = await readSheet(bytes, { columns: ledgerHeader.map((name) => ({ name, optional: name === '问题编号' })) });
  const found: Record<string, string>[] = [];
  for await (const row of rows) found.push(Object.fromEntries(ledgerHeader.map((name) => [name, row.text(name)])));
  return found;
}
