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
  'read-audit-log': { en: 'read the access log', zh: '查阅日志审计' },
  inspect: { en: 'inspect for discipline', zh: '纪检监察' },
  statistics: { en: 'see figures', zh: '统计' },
  administer: { en: 'administer accounts, units and posts', zh: '系统管理' },
} as const satisfies Record<string, InBoth>;

export type Right = keyof typeof rights;

/** What each right opens to its holder, in the regions for which it was given. Every one but those of the house lets its holder read cases. */
export const rightOpens: Readonly<Record<Right, InBoth>> = {
  record: {
    en: 'Takes lists over; records visits, helpers, members and guarantees; records problems, accepts hand-overs and reports problems as put right.',
    zh: '导入名册、结对名单和整改台账；登记走访、结对帮扶、家庭成员和保障情况；登记问题、接收交办、报告整改完成。',
  },
  review: { en: 'Reviews what others recorded; records problems that come to light.', zh: '审核他人登记的内容；登记发现的问题。' },
  approve: { en: 'Gives more time for a problem.', zh: '批准整改延期。' },
  'hand-over': {
    en: 'Hands problems over to who has to put them right, and says how pressing they are.',
    zh: '向责任单位交办问题，确定优先级。',
  },
  verify: {
    en: 'Says on the spot whether a problem was put right; asks the people; opens a cancelled number again.',
    zh: '实地核查整改结果，征求群众意见，问题反弹时恢复编号。',
  },
  cancel: { en: 'Cancels the number of a problem that was verified.', zh: '对已核查的问题对账销号。' },
  'report-late': { en: 'Reports what happened before and was not recorded then.', zh: '补录以前发生而未登记的事项。' },
  confirm: { en: 'Confirms what another unit reported late or corrected.', zh: '复核其他单位补录或更正的内容。' },
  standards: { en: 'Proposes and adopts standards, lists of codes and calendars.', zh: '提出和发布标准、代码表和工作日历。' },
  audit: {
    en: 'Reads every file and entry, masked; records problems that come to light; opens a cancelled number again.',
    zh: '查阅全部档案和日志（脱敏），登记发现的问题，恢复已销号的编号。',
  },
  'read-audit-log': { en: 'Reads who read what.', zh: '查阅谁查看过哪些资料。' },
  inspect: {
    en: 'Traces who answers for what; reads every file and entry, masked; records problems that come to light; opens a cancelled number again.',
    zh: '追溯责任，查阅全部档案和日志（脱敏），登记发现的问题，恢复已销号的编号。',
  },
  statistics: { en: 'Sees how many there are of what; opens no case behind a figure.', zh: '查看统计数据，不能查阅数据背后的案卷。' },
  administer: {
    en: 'Registers units and people, gives and ends posts, opens accounts and grants rights. Opens no case.',
    zh: '登记单位和干部、任职免职、开通账号并授权。不能查阅案卷。',
  },
};
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

/** The rights of those who keep the office and open no case. */
const keepHouse: ReadonlySet<Right> = new Set<Right>(['administer', 'standards', 'statistics']);

/** The rights of those who have to do with cases: they may know of them and read them, where they hold them. */
export const readerRights: readonly Right[] = everyRight.filter((right) => !keepHouse.has(right));

/**
 * The rights that open aggregates: one of their own, for all of a region, and those that open each row that is counted anyway.
 * Source: decisions.md, 5.
 */
export const counterRights: readonly Right[] = [...readerRights, 'statistics'];

/** What concerns no single unit: granted for regions, never for units. */
export const byRegionOnly: ReadonlySet<Right> = new Set<Right>(['administer', 'standards', 'read-audit-log', 'statistics']);

/** True where a region lies in another, or is it: GB/T 2260 codes nest by their digits, and `CN` holds all. */
export const liesIn = (region: RegionCode, whole: RegionCode): boolean => whole === 'CN' || region.startsWith(whole);
