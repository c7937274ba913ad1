import { ruleBook } from '@lookback/kernel';

export const {
  rules: rectificationRules,
  refuse,
  refuseIf,
  inapplicable,
} = ruleBook({
  'rectification.subject-absent': {
    kind: 'sense',
    en: 'The subject of the problem was not on record on that day.',
    zh: '该日期问题所涉对象尚无登记。',
  },
  'rectification.problem-absent': {
    kind: 'sense',
    en: 'There was no problem {problem} on that day.',
    zh: '该日期没有编号为 {problem} 的问题。',
  },
  'rectification.number-taken': {
    kind: 'sense',
    en: 'Problem number {problem} is already in use; a problem keeps its number permanently.',
    zh: '问题编号 {problem} 已被使用，编号终身不变。',
  },
  'rectification.problem-listed': {
    kind: 'sense',
    en: 'This problem is already on record as {problem}.',
    zh: '该问题已登记，编号为 {problem}。',
  },
  'rectification.class-unknown': {
    kind: 'sense',
    en: 'Class {class} is not on the list in force.',
    zh: '问题类别 {class} 不在现行目录中。',
  },
  'rectification.source-unknown': {
    kind: 'sense',
    en: 'Source {source} is not on the list in force.',
    zh: '问题来源 {source} 不在现行目录中。',
  },
  'rectification.wrong-status': {
    kind: 'guard',
    en: 'The status of problem {problem} is "{status}"; this requires {needed}.',
    zh: '问题 {problem} 当前状态为“{status}”，此操作须处于：{needed}。',
  },
  'rectification.never-handed-over': {
    kind: 'sense',
    en: 'Problem {problem} has not been handed over, so no unit answers for it.',
    zh: '问题 {problem} 尚未交办，没有责任单位。',
  },
  'rectification.limit-before-handover': {
    kind: 'sense',
    en: 'The time limit {dueOn} is before the hand-over on {on}.',
    zh: '整改时限 {dueOn} 早于交办日期 {on}。',
  },
  'rectification.not-responsible-unit': {
    kind: 'guard',
    en: 'Only the responsible unit {unit} may do this.',
    zh: '只能由责任单位 {unit} 办理。',
  },
  'rectification.answered-too-late': {
    kind: 'guard',
    en: 'A hand-over must be accepted or disputed by {limit} at the latest.',
    zh: '交办事项最迟应于 {limit} 接收或提出异议。',
  },
  'rectification.calendar-missing': {
    kind: 'sense',
    en: 'The time limit counts working days, and no work calendar has been set for {year}.',
    zh: '时限按工作日计算，但尚未设定 {year} 年工作日历。',
  },
  'rectification.extended-already': {
    kind: 'guard',
    en: 'A time limit may be extended {times} times at most.',
    zh: '整改时限最多延期 {times} 次。',
  },
  'rectification.extension-needs-level': {
    kind: 'guard',
    en: 'The problem was handed over at the level {level}; a higher level must extend it.',
    zh: '该问题由{level}交办，延期须由更高一级批准。',
  },
  'rectification.extension-not-later': {
    kind: 'sense',
    en: 'The new time limit {asked} is not later than the present one, {dueOn}.',
    zh: '新时限 {asked} 不晚于原时限 {dueOn}。',
  },
  'rectification.verified-by-reporter': {
    kind: 'guard',
    en: 'The person who reported or entered the rectification may not verify it.',
    zh: '报告整改或录入该报告的人员不得核查。',
  },
  'rectification.verified-by-own-unit': {
    kind: 'guard',
    en: 'Staff of the responsible unit {unit} may neither verify nor enter the verification.',
    zh: '责任单位 {unit} 的人员不得核查，也不得录入核查结果。',
  },
  'rectification.people-asked-by-reporter': {
    kind: 'guard',
    en: 'The person who reported or entered the rectification may not ask the people about it.',
    zh: '报告整改或录入该报告的人员不得征求群众意见。',
  },
  'rectification.people-asked-by-own-unit': {
    kind: 'guard',
    en: 'Staff of the responsible unit {unit} may neither ask the people nor enter their answer.',
    zh: '责任单位 {unit} 的人员不得征求群众意见，也不得录入群众意见。',
  },
  'rectification.cancelled-by-reporter': {
    kind: 'guard',
    en: 'The person who reported or entered the rectification may not cancel its number.',
    zh: '报告整改或录入该报告的人员不得销号。',
  },
  'rectification.cancelled-by-own-unit': {
    kind: 'guard',
    en: 'Staff of the responsible unit {unit} may neither cancel the number nor enter the cancellation.',
    zh: '责任单位 {unit} 的人员不得销号，也不得录入销号。',
  },
  'rectification.reason-needed': {
    kind: 'sense',
    en: 'State the reason.',
    zh: '请说明原因。',
  },
  'rectification.class-asks-people': {
    kind: 'guard',
    en: 'In class {class} the people must be asked; "not applicable" is not an answer.',
    zh: '问题类别 {class} 必须征求群众意见，不得填“不适用”。',
  },
  'rectification.not-identified': {
    kind: 'guard',
    en: 'Cannot be cancelled: the problem has not been fully investigated.',
    zh: '问题没有查清不放过。',
  },
  'rectification.not-in-place': {
    kind: 'guard',
    en: 'Cannot be cancelled: the rectification of {problem} has not been verified as in place; its status is "{status}".',
    zh: '整改没有到位不放过：问题 {problem} 当前状态为“{status}”，尚未核查通过。',
  },
  'rectification.requirement-not-met': {
    kind: 'guard',
    en: 'Cannot be cancelled: the result does not meet the requirements of the superior level.',
    zh: '整改结果达不到上级要求不放过。',
  },
  'rectification.people-not-satisfied': {
    kind: 'guard',
    en: 'Cannot be cancelled: the people, asked about the result, have not said that they are satisfied.',
    zh: '群众不满意不放过：尚未就整改结果征得群众满意。',
  },
  'rectification.cancelled-by-other-level': {
    kind: 'guard',
    en: 'Only the level that handed the problem over may cancel its number: {level}.',
    zh: '谁交办谁销号：该问题由{level}交办。',
  },
  'rectification.cancel-number-taken': {
    kind: 'sense',
    en: 'Cancel number {cancelNumber} is already in use.',
    zh: '销号编号 {cancelNumber} 已被使用。',
  },
  'rectification.no-reminder-due': {
    kind: 'sense',
    en: 'Reminder {step} of problem {problem} is not due, or has been sent.',
    zh: '问题 {problem} 的第 {step} 步提醒未到期或已发出。',
  },
});
