import { ruleBook } from '@lookback/kernel';

/** What every run has to keep to, whatever it is of. Source: procedures.md, chapter 0. */
export const {
  rules: procedureRules,
  refuse,
  refuseIf,
  inapplicable,
} = ruleBook({
  'procedure.run-not-open': { kind: 'sense', en: 'There is no open run {run}.', zh: '没有正在办理的程序 {run}。' },
  'procedure.run-of-other-kind': { kind: 'sense', en: 'Run {run} is not of kind {of}.', zh: '程序 {run} 不属于{of}。' },
  'procedure.run-open-already': { kind: 'guard', en: 'A {of} is already under way: {run}.', zh: '该户已有正在办理的{of}程序：{run}。' },
  'procedure.gate-out-of-order': {
    kind: 'guard',
    en: 'The next gate of {run} is {next}, not {gate}.',
    zh: '程序 {run} 的下一环节是“{next}”，不是“{gate}”。',
  },
  'procedure.gate-not-in-force': {
    kind: 'guard',
    en: 'On that day a {of} had no gate {gate}.',
    zh: '该日期{of}程序没有“{gate}”环节。',
  },
  'procedure.standard-missing': { kind: 'sense', en: 'No {standard} is set for {on}.', zh: '{on} 尚未设定标准“{standard}”。' },
  'procedure.no-reminder-due': {
    kind: 'sense',
    en: 'Reminder {step} of {gate} is not due, or was sent.',
    zh: '“{gate}”第 {step} 步提醒未到期或已发出。',
  },
});
