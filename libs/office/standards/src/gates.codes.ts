import type { InBoth } from '@lookback/kernel';

/** What is gone through gate by gate, run by run. Source: procedures.md, 11.1. */
export const procedureKinds = {
  registration: { en: 'registration', zh: '建档立卡识别' },
  return: { en: 'registration of those returned to poverty', zh: '返贫纳入' },
  strike: { en: 'strike from the register', zh: '清退' },
  exit: { en: 'exit from poverty', zh: '脱贫退出' },
  revocation: { en: 'revocation of a wrong exit', zh: '错退纠正' },
  monitoring: { en: 'identification for monitoring', zh: '监测对象识别' },
  removal: { en: 'removal of risk', zh: '风险消除' },
  recognition: { en: 'recognition of a poor village', zh: '贫困村识别' },
  'village-exit': { en: 'exit of a village', zh: '贫困村退出' },
  'county-exit': { en: 'exit of a county', zh: '贫困县退出' },
} as const satisfies Record<string, InBoth>;
export type ProcedureKind = keyof typeof procedureKinds;

/** The steps of such procedures, each an event that says that it was passed. */
export const gateKinds = {
  application: { en: 'application', zh: '申请' },
  authorisation: { en: 'authorisation', zh: '承诺授权' },
  proposal: { en: 'proposal', zh: '提名' },
  'home-check': { en: 'home check', zh: '入户核查' },
  verification: { en: 'verification', zh: '入户核实验收' },
  'data-comparison': { en: 'data comparison', zh: '信息比对' },
  appraisal: { en: 'appraisal', zh: '民主评议' },
  'household-acceptance': { en: 'household acceptance', zh: '农户确认' },
  'notice-village': { en: 'village notice', zh: '村级公示' },
  'township-review': { en: 'township review', zh: '乡镇审核' },
  'notice-township': { en: 'township notice', zh: '乡级公示' },
  'county-review': { en: 'county review', zh: '县级复审' },
  'county-approval': { en: 'county approval', zh: '县级审批' },
  'superior-review': { en: 'superior review', zh: '上级核查' },
  announcement: { en: 'announcement', zh: '公告' },
  statement: { en: 'statement', zh: '逐村陈述' },
  scoring: { en: 'scoring', zh: '评委评分' },
  'approval-township-leader': { en: 'approval by a township leader', zh: '乡镇领导审批' },
  'approval-county-leader': { en: 'approval by a county leader', zh: '县级领导审批' },
  publication: { en: 'publication', zh: '公布' },
  evaluation: { en: 'evaluation', zh: '评估检查' },
} as const satisfies Record<string, InBoth>;
export type GateKind = keyof typeof gateKinds;

/** Every day, or only working days by the work calendar. */
export const dayCounts = {
  calendar: { en: 'calendar days', zh: '日历日' },
  working: { en: 'working days', zh: '工作日' },
} as const satisfies Readonly<Record<string, InBoth>>;
export type DayCount = keyof typeof dayCounts;
