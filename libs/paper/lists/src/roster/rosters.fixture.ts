import { checkCharacter } from '@lookback/kernel';
import type { RegionCode } from '@lookback/kernel';
import { writeSheet } from '@lookback/paper/workbook';
import type { RosterColumn } from './roster.columns.js';

export type Row = Readonly<Record<RosterColumn, string>>;

/** A sound citizen number of nobody, for each nth up to 50,000 another. */
export function citizenNumber(nth: number, born = `${String(1950 + Math.floor(nth / 1_000))}0101`): string {
  const seventeen = `610426${born}${String(nth % 1_000).padStart(3, '0')}`;
  return seventeen + checkCharacter(seventeen);
}

const heads = { 与户主关系: '户主', 劳动技能: '普通劳动力', 务工状况: '省外务工', '务工时间（月）': '8', 联系电话: '13000000000' } as const;
const others = { 与户主关系: '之子', 劳动技能: '无劳动力', 务工状况: '', '务工时间（月）': '', 联系电话: '' } as const;

/** The nth household (from 1), of so many people: one row each, head first. */
export function household(nth: number, size = 3, otherwise: Partial<Row> = {}): Row[] {
  const number = `610426001200${String(nth).padStart(6, '0')}`;
  return Array.from({ length: size }, (_, i) => ({
    '县(市、区、旗)': '永寿县',
    '乡(镇)': '监军街道',
    行政村: '永安村委会',
    自然村: '1组',
    户编号: number,
    人编号: number + String(i + 1).padStart(2, '0'),
    姓名: `张${'一二三四五六七八九'.charAt(i)}`,
    证件号码: citizenNumber(nth * 10 + i),
    人数: String(size),
    民族: '汉族',
    文化程度: '小学',
    在校生状况: '非在校生',
    健康状况: '健康',
    参加大病医疗: '是',
    脱贫属性: '已脱贫',
    贫困户属性: '一般贫困户',
    主要致贫原因: '缺水',
    危房户: '否',
    饮水安全: '是',
    饮水困难: '否',
    人均纯收入: '11806.4',
    ...(i === 0 ? heads : others),
    ...otherwise,
  }));
}

/** The same without numbers, as a list has them of who was never on the register. */
export const unnumbered = (nth: number, size = 3, otherwise: Partial<Row> = {}): Row[] =>
  household(nth, size, { 户编号: '', 人编号: '', ...otherwise });

/** The rows with one cell of one of them changed. */
export const changed = (rows: readonly Row[], at: number, cells: Partial<Row>): Row[] =>
  rows.map((row, i) => (i === at ? { ...row, ...cells } : row));

export interface Look {
  readonly title?: readonly (readonly string[])[];
  readonly header?: readonly string[];
}

const columns = Object.keys(household(1)[0] ?? {});

/** A workbook of these rows, under a title row unless said otherwise. */
export const rosterOf = (
  rows: readonly Row[],
  { title = [['永寿县建档立卡贫困人口信息表']], header = columns }: Look = {},
): Promise<Uint8Array> =>
  writeSheet({ name: '贫困户信息', title, header, rows: rows.map((row) => header.map((column) => cells(row)[column] ?? `${column}?`)) });

export const header: readonly string[] = columns;
const cells = (row: Row): Readonly<Record<string, string | undefined>> => row;

export const causes = () => [{ code: '06', zh: '缺水', en: 'lack of water' }];
export const regions = {
  countyNamed: (name: string) => (name === '永寿县' ? ('610426' as RegionCode) : null),
  villageNamed: (...names: string[]) => (names.join() === '永寿县,监军街道,永安村委会' ? ('610426001200' as RegionCode) : null),
};
