import { ruleBook } from '@lookback/kernel';

/** Why a heavy read is not answered now. */
export const { rules: heavyRules, refuse } = ruleBook({
  'reads.own-at-once': {
    kind: 'sense',
    en: 'This account already has {most} exports, figures or breakdowns running; wait for one of them, or try again in {seconds} seconds.',
    zh: '本账号已有 {most} 项导出、统计或分布查询正在进行，请等其完成，或在 {seconds} 秒后再试。',
  },
  'reads.all-at-once': {
    kind: 'sense',
    en: '{most} exports, figures or breakdowns are running, as many as the server runs at once; try again in {seconds} seconds.',
    zh: '正在进行的导出、统计和分布查询已达系统上限 {most} 项，请在 {seconds} 秒后再试。',
  },
  'reads.too-long': {
    kind: 'sense',
    en: 'This took too long and was stopped; narrow it, for example to one township, or try again in {seconds} seconds.',
    zh: '查询用时过长，已中止。请缩小范围（如只查一个乡镇），或在 {seconds} 秒后再试。',
  },
});
