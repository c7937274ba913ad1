import { ruleBook } from '../refusal.js';

/**
 * Why what was typed is not taken, wherever it was typed. The value stands beside the sentence, never in it: it may be somebody's name
 * or number, and a sentence may end up in a log.
 */
export const { rules: inputRules, inapplicable: unreadable } = ruleBook({
  'input.missing': { kind: 'sense', en: 'This must be filled in.', zh: '该项必填。' },
  'input.not-text': { kind: 'sense', en: 'This must be text.', zh: '应为文字。' },
  'input.too-long': { kind: 'sense', en: 'Longer than {limit} characters.', zh: '超过 {limit} 个字。' },
  'input.sign-unreadable': {
    kind: 'sense',
    en: 'It holds a sign that cannot be read or shown, such as a control character.',
    zh: '含有无法识别或显示的字符（如控制字符、乱码）。',
  },
  'input.excel-error': { kind: 'sense', en: 'Excel shows an error here instead of a value.', zh: '单元格为 Excel 错误值，没有内容。' },
  'input.formula-without-value': {
    kind: 'sense',
    en: 'The formula of this cell came to no value; open the file in Excel, calculate and save it.',
    zh: '单元格公式没有计算结果，请用 Excel 打开、重新计算并保存。',
  },
  'input.number-cut': {
    kind: 'sense',
    en: 'Excel has cut this number to 15 digits; type it again into a cell of text format.',
    zh: 'Excel 已将该号码截断为 15 位有效数字，请将单元格设为文本格式后重新填写。',
  },
  'input.boolean': { kind: 'sense', en: 'The cell holds TRUE or FALSE, no text.', zh: '单元格为逻辑值（TRUE/FALSE），不是文字。' },
  'input.day-instead': { kind: 'sense', en: 'Excel has made a date of this cell.', zh: '单元格已被 Excel 识别为日期，不是该项内容。' },
  'input.name-unreadable': { kind: 'sense', en: 'This is not a name: it has no letter.', zh: '不是姓名：不含文字。' },
  'input.number-unreadable': { kind: 'sense', en: 'This is not a number that can be read.', zh: '不是可识别的数字。' },
  'input.number-too-large': { kind: 'sense', en: 'More than {limit}.', zh: '超过 {limit}。' },
  'input.decimals-too-many': { kind: 'sense', en: 'More than two decimals.', zh: '小数超过两位。' },
  'input.amount-negative': { kind: 'sense', en: 'The amount is negative.', zh: '金额为负数。' },
  'input.digits-differ': {
    kind: 'sense',
    en: 'This must have {digits} digits, stored as text.',
    zh: '应为 {digits} 位数字，且以文本格式存储。',
  },
  'input.citizen-number-length': {
    kind: 'sense',
    en: 'A citizen number has 18 characters, that of a disability card 20 or 22.',
    zh: '公民身份号码应为 18 位，残疾人证号应为 20 或 22 位。',
  },
  'input.citizen-number-digits': { kind: 'sense', en: 'It holds signs that no citizen number has.', zh: '证件号码含有不应出现的字符。' },
  'input.citizen-number-birthday': { kind: 'sense', en: 'The birthday in it is no day.', zh: '证件号码中的出生日期不存在。' },
  'input.citizen-number-check-character': { kind: 'sense', en: 'Its check character is wrong.', zh: '证件号码校验码错误。' },
  'input.document-unreadable': {
    kind: 'sense',
    en: 'This is not a number of such a document.',
    zh: '不是该类证件的号码。',
  },
  'input.yes-no-unreadable': { kind: 'sense', en: 'This must be yes or no.', zh: '应为是或否。' },
  'input.day-unreadable': {
    kind: 'sense',
    en: 'This day cannot be read without doubt; write it as 2015-03-15.',
    zh: '不是可确定的日期，应如 2015-03-15。',
  },
  'input.day-impossible': {
    kind: 'sense',
    en: 'The day lies before {least} or after {most}.',
    zh: '日期不可能早于 {least} 或晚于 {most}。',
  },
  'input.search-too-short': {
    kind: 'sense',
    en: 'Type two characters or more: nobody is looked for by a family name alone.',
    zh: '请至少输入两个字：不能只按一个字的姓氏查找。',
  },
  'input.phone-unreadable': { kind: 'sense', en: 'This is not a phone number.', zh: '不是电话号码。' },
});
