import { ruleBook } from '@lookback/kernel';

/**
 * Why rows of a list are not taken. The column, the row and the value stand beside the sentence, never in it: a value may be
 * somebody's name or number, and a sentence may end up in a log.
 */
export const { rules: listRules, inapplicable } = ruleBook({
  'list.word-unknown': { kind: 'sense', en: 'This is not one of the terms of this column.', zh: '不是该列的规定用语。' },
  'list.citizen-number-twice': {
    kind: 'sense',
    en: 'Row {other} of this household has the same citizen number.',
    zh: '与本户第 {other} 行的证件号码相同。',
  },
  'list.person-number-twice': {
    kind: 'sense',
    en: 'Row {other} of this household has the same person number.',
    zh: '与本户第 {other} 行的人编号相同。',
  },
  'list.person-number-of-another-household': {
    kind: 'sense',
    en: 'The person number does not begin with the number of this household.',
    zh: '人编号前 18 位与户编号不符。',
  },
  'list.citizen-number-of-another-household': {
    kind: 'sense',
    en: 'Row {other}, of another household, has the same citizen number; without 户编号 the two cannot be told apart.',
    zh: '与另一户第 {other} 行的证件号码相同；本户无户编号，两户无法区分。',
  },
  'list.head-of-another-household': {
    kind: 'sense',
    en: 'Row {other}, of another household, has a head of the same name in the same village; without 户编号 the two cannot be told apart.',
    zh: '与另一户第 {other} 行同村且户主同名；本户无户编号，两户无法区分。',
  },
  'list.files-alike': {
    kind: 'sense',
    en: 'This may be the household of any of these files: {files}.',
    zh: '可能是下列任一档案的农户：{files}。',
  },
  'list.no-head': { kind: 'sense', en: 'The household has no head.', zh: '该户没有户主。' },
  'list.heads-several': { kind: 'sense', en: 'The household has {heads} heads.', zh: '该户有 {heads} 名户主。' },
  'list.members-differ': {
    kind: 'sense',
    en: 'The household has {rows} rows, but a different number of members is stated.',
    zh: '该户共 {rows} 行，与填报人数不符。',
  },
  'list.members-too-many': { kind: 'sense', en: 'The household has more than {limit} rows.', zh: '该户超过 {limit} 行。' },
  'list.rows-contradict': { kind: 'sense', en: 'Row {other} of this household differs.', zh: '与本户第 {other} 行不一致。' },
  'list.village-unknown': {
    kind: 'sense',
    en: 'No village of this name is known in this county and township.',
    zh: '该县、乡（镇）没有此名称的行政村。',
  },
  'list.born-after': {
    kind: 'sense',
    en: 'Born after {dated}, the date of the list.',
    zh: '出生日期晚于名册日期 {dated}。',
  },
  'list.code-unknown': {
    kind: 'sense',
    en: 'Not on the list that is in force in {county} on {dated}, the date of the list.',
    zh: '不在{county}于名册日期 {dated} 现行的目录中。',
  },
  'list.unit-unreadable': {
    kind: 'sense',
    en: 'This is not the name of a unit: Han characters, letters, digits and brackets, at most 40.',
    zh: '不是单位名称：应由汉字、字母、数字和括号组成，不超过 40 个字。',
  },
  'list.household-unknown': { kind: 'sense', en: 'No household of this number is on record.', zh: '没有此户编号的登记。' },
  'list.household-of-head-unknown': {
    kind: 'sense',
    en: 'No household of this head is on record in this village.',
    zh: '该村没有此户主的登记。',
  },
  'list.village-not-one': {
    kind: 'sense',
    en: 'No one village is known by these names of township and village.',
    zh: '按此乡（镇）、行政村名称不能确定唯一的行政村。',
  },
  'list.helper-twice': {
    kind: 'sense',
    en: 'Row {other} names the same helper for this household.',
    zh: '与本户第 {other} 行的帮扶责任人相同。',
  },
  'list.problem-number-unreadable': {
    kind: 'sense',
    en: 'This is not a problem number: letters and digits, in up to five groups of ten at most.',
    zh: '不是问题编号：应为字母和数字，最多五组，每组不超过 10 个。',
  },
  'list.row-number-unreadable': {
    kind: 'sense',
    en: 'This is not a row number: letters and digits, in up to five groups of ten at most.',
    zh: '不是序号：应为字母和数字，最多五组，每组不超过 10 个。',
  },
  'list.problem-twice': { kind: 'sense', en: 'Row {other} is of the same problem.', zh: '与第 {other} 行是同一问题。' },
  'list.cancelled-unfinished': {
    kind: 'sense',
    en: 'The number is cancelled, but the rectification is not finished.',
    zh: '已销号，但整改尚未完成。',
  },
  'list.cancelled-not': {
    kind: 'sense',
    en: 'The number is not cancelled, but a cancel number or day stands beside it.',
    zh: '未销号，但填有销号时间或销号编号。',
  },
  'list.helpers-too-many': { kind: 'sense', en: 'The household has more than {limit} rows.', zh: '该户超过 {limit} 行。' },
  'list.outside-region': { kind: 'sense', en: 'You may not record for {region}.', zh: '您无权在 {region} 登记。' },
});
