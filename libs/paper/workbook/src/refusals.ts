import { type InBoth, ruleBook } from '@lookback/kernel';

/** Why a file is not taken as a workbook. Facts name limits, columns and places, never what a cell holds. */
export const workbook = ruleBook({
  'workbook.empty': { kind: 'sense', en: 'This file is empty.', zh: '该文件是空的。' },
  'workbook.unknown-kind': { kind: 'sense', en: 'This file is no Excel workbook (.xlsx).', zh: '该文件不是 Excel 工作簿（.xlsx）。' },
  'workbook.not-a-workbook': {
    kind: 'sense',
    en: 'This file is no Excel workbook (.xlsx): {found}.',
    zh: '该文件不是 Excel 工作簿（.xlsx）：{found}。',
  },
  'workbook.old-format': {
    kind: 'sense',
    en: 'This workbook is in an old or binary Excel format ({found}); save it as .xlsx.',
    zh: '该工作簿为旧版或二进制 Excel 格式（{found}），请另存为 .xlsx。',
  },
  'workbook.encrypted': {
    kind: 'sense',
    en: 'This workbook is locked with a password; save it without one.',
    zh: '该工作簿设有打开密码，请去掉密码后另存。',
  },
  'workbook.damaged': {
    kind: 'sense',
    en: 'This workbook is damaged: {part}: {fault}.',
    zh: '该工作簿已损坏：{part}：{fault}。',
  },
  'workbook.unsafe-part': {
    kind: 'sense',
    en: 'This workbook names a part outside itself or twice: {part}.',
    zh: '该工作簿中的部件名指向文件之外或重复：{part}。',
  },
  'workbook.unsafe-markup': {
    kind: 'sense',
    en: 'This workbook declares a document type, which no workbook needs: {part}.',
    zh: '该工作簿含有不应出现的文档类型声明：{part}。',
  },
  'workbook.too-large': {
    kind: 'sense',
    en: '{what} is larger than {limit} bytes.',
    zh: '{what} 超过 {limit} 字节。',
  },
  'workbook.packed-too-tightly': {
    kind: 'sense',
    en: '{part} unpacks to more than {limit} times its size.',
    zh: '{part} 解压后超过原大小的 {limit} 倍。',
  },
  'workbook.too-many-rows': {
    kind: 'sense',
    en: 'The sheet "{sheet}" has more than {limit} rows; split the file.',
    zh: '工作表“{sheet}”超过 {limit} 行，请拆分文件。',
  },
  'workbook.too-many-columns': {
    kind: 'sense',
    en: 'Row {row} of the sheet "{sheet}" goes beyond column {limit}.',
    zh: '工作表“{sheet}”第 {row} 行超过 {limit} 列。',
  },
  'workbook.cell-too-long': {
    kind: 'sense',
    en: 'A text is longer than {limit} characters: {place}.',
    zh: '有文字超过 {limit} 个字符：{place}。',
  },
  'workbook.columns-missing': {
    kind: 'sense',
    en: 'No sheet has all the columns wanted in its first {within} rows; missing: {missing}.',
    zh: '没有工作表在前 {within} 行内含有所需的全部列；缺少：{missing}。',
  },
  'workbook.column-twice': {
    kind: 'sense',
    en: 'The column {column} stands more than once in row {row} of the sheet "{sheet}".',
    zh: '工作表“{sheet}”第 {row} 行中列“{column}”出现不止一次。',
  },
});

export const damaged = (part: string, fault: InBoth): never => workbook.refuse('workbook.damaged', { part: shortened(part), fault });

/** A name out of the file, short enough for a sentence. */
export const shortened = (name: string): string => (name.length > 80 ? `${name.slice(0, 79)}…` : name);
