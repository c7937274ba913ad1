import { ruleBook } from '@lookback/kernel';

/** Why a heavy read is not answered now. */
export const { rules: heavyRules, refuse } = ruleBook({
  'reads.own-at-once': {
    kind: 'guard',
    en: 'This account has {most} exports, figures or breakdowns in hand already; wait for one of them, or ask again in {seconds} seconds.',
    zh: '本账号已有 {most} 项导出、统计或分布查询正在进行，请等其完成，或在 {seconds} 秒后再试。',
  },
  'reads.all-at-once': {
    kind: 'guard',
    en: 'Others have {most} exports, figures or breakdowns in hand, as many as the server does at once; ask again in {seconds} seconds.',
    zh: '正在进行的导出、统计和分布查询已达系统上限 {most} 项，请在 {seconds} 秒后再试。',
  },
  'reads.too-long': {
    kind: 'guard',
    en: 'This takes too long and was given up; ask for less, such as one township, or again in {seconds} seconds.',
    zh: '查询用时过长，已中止。请缩小范围（如只查一个乡镇），或在 {seconds} 秒后再试。',
  },
});
