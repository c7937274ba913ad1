import type { InBoth, RegionCode } from '@lookback/kernel';

/** What an account may be granted, each for regions. Source: domain.md, section 2. */
export const rights = {
  record: { en: 'record what happens to households', zh: '登记' },
  review: { en: 'review what others recorded', zh: '审核' },
  approve: { en: 'approve', zh: '审批' },
  'hand-over': { en: 'hand over problems', zh: '交办' },
  verify: { en: 'verify rectifications', zh: '核查' },
  cancel: { en: 'cancel numbers', zh: '销号' },
  'report-late': { en: 'report late what happened before', zh: '补录' },
  confirm: { en: 'confirm what others reported late or corrected', zh: '补录复核' },
  standards: { en: 'set standards', zh: '标准管理' },
  audit: { en: 'audit', zh: '审计' },
  'read-audit-log': { en: 'read who read what', zh: '查阅日志审计' },
  inspect: { en: 'inspect for discipline', zh: '纪检监察' },
  administer: { en: 'administer accounts, units and posts', zh: '系统管理' },
} as const satisfies Record<string, InBoth>;

export type Right = keyof typeof rights;
export const everyRight = Object.keys(rights) as Right[];

/** The rights of those who look at cases and decide nothing in them. */
export const onlookers: ReadonlySet<Right> = new Set<Right>(['audit', 'inspect', 'read-audit-log']);
/** The rights of those who decide in cases. */
export const deciders: ReadonlySet<Right> = new Set<Right>([
  'record',
  'review',
  'approve',
  'hand-over',
  'verify',
  'cancel',
  'report-late',
  'confirm',
]);

/** The rights of those who have to do with cases: they may know of them and read them, in their regions. */
export const readers: readonly Right[] = everyRight.filter((right) => right !== 'administer' && right !== 'standards');

/** True where a region lies in another, or is it: GB/T 2260 codes nest by their digits, and `CN` holds all. */
export const liesIn = (region: RegionCode, whole: RegionCode): boolean => whole === 'CN' || region.startsWith(whole);
