import { checkCharacter } from '@lookback/kernel';
import { readSheet, type SheetToWrite, writeSheets } from '@lookback/paper/workbook';

/** A person of a list, by column. */
export type Row = Readonly<Record<string, string>>;

const given = '泽诺柏懿彬轩杰栋珈浩鹤果';
const family = '阎耿曾刘马金岳宋潘柳傅余';

/** Years of birth, from 1940 on: none lies after the date of a list. */
const years = 76;

/** A sound citizen number of nobody; another one for each nth below a million, and for each day of birth that is named. */
export function citizenNumber(nth: number, monthAndDay = `02${String(3 + Math.floor(nth / (years * 1_000))).padStart(2, '0')}`): string {
  const year = 1940 + (Math.floor(nth / 1_000) % years);
  const seventeen = `610426${String(year)}${monthAndDay}${String(nth % 1_000).padStart(3, '0')}`;
  return seventeen + checkCharacter(seventeen);
}

const nameOf = (nth: number) =>
  family.charAt(nth % 12) + given.charAt(Math.floor(nth / 12) % 12) + given.charAt(Math.floor(nth / 144) % 12);

/** The nth household (from 1), of so many people: one row each, head first. */
export function householdRows(nth: number, size = 3): Row[] {
  const number = `610426001200${String(nth).padStart(6, '0')}`;
  return Array.from({ length: size }, (_, i) => ({
    '县(市、区、旗)': '永寿县',
    '乡(镇)': '监军街道',
    行政村: '永安村委会',
    自然村: '1组',
    户编号: number,
    人编号: number + String(i + 1).padStart(2, '0'),
    姓名: nameOf(nth * 7 + i),
    证件号码: citizenNumber(nth * 10 + i),
    人数: String(size),
    与户主关系: i === 0 ? '户主' : '之子',
    民族: '汉族',
    文化程度: '小学',
    在校生状况: '非在校生',
    健康状况: '健康',
    劳动技能: '普通劳动力',
    务工状况: '',
    '务工时间（月）': '',
    参加大病医疗: '是',
    脱贫属性: '已脱贫',
    贫困户属性: '一般贫困户',
    主要致贫原因: '缺水',
    危房户: '否',
    饮水安全: '是',
    饮水困难: '否',
    人均纯收入: '11806.4',
    联系电话: i === 0 ? `138${String(nth).padStart(8, '0')}` : '',
  }));
}

/** The same of who is not on the register: without numbers. */
export const unnumberedRows = (nth: number, size?: number): Row[] =>
  householdRows(nth, size).map((row) => ({ ...row, 户编号: '', 人编号: '' }));

export const householdsRows = (count: number, size?: number): Row[] =>
  Array.from({ length: count }, (_, i) => householdRows(i + 1, size)).flat();

/** The rows with one cell of one of them changed. */
export const changedRow = (rows: readonly Row[], at: number, cells: Row): Row[] =>
  rows.map((row, i) => (i === at ? { ...row, ...cells } : row));

/** A workbook of these rows, as the registry exports it, and of sheets behind. */
export function rosterOf(rows: readonly Row[], ...behind: readonly SheetToWrite[]): Promise<Uint8Array> {
  const header = Object.keys(householdRows(1, 1)[0] ?? {});
  const cells = rows.map((row) => header.map((column) => row[column] ?? ''));
  return writeSheets([{ name: '贫困户信息', title: [['永寿县建档立卡贫困人口信息表']], header, rows: cells }, ...behind]);
}

/** The rows of a workbook, by column. */
export async function rowsIn(roster: Uint8Array): Promise<Row[]> {
  const columns = Object.keys(householdRows(1, 1)[0] ?? {}).map((name) => ({ name }));
  const { rows } = await readSheet(roster, { columns });
  const all: Row[] = [];
  for await (const row of rows) all.push(Object.fromEntries(columns.map(({ name }) => [name, row.text(name)])));
  return all;
}
