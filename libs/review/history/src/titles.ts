import type { HouseholdEvent } from '@lookback/case/household';
import type { EventIn, InBoth, FourEyesEvent } from '@lookback/kernel';
import type { logEvents } from '@lookback/log/event-log';
import type { AccountEvent } from '@lookback/office/access';
import type { personEvents, regionsEvents, unitEvents } from '@lookback/office/registry';
import type { seriesEvents } from '@lookback/office/series';
import type { StandardsEvent } from '@lookback/office/standards';

type OfficeEvent =
  | AccountEvent
  | StandardsEvent
  | EventIn<typeof personEvents>
  | EventIn<typeof unitEvents>
  | EventIn<typeof regionsEvents>
  | EventIn<typeof seriesEvents>;
/** Every event that a log may hold. */
export type AnyEvent = HouseholdEvent | FourEyesEvent | OfficeEvent | EventIn<typeof logEvents>;

/** What every type of entry is called. A missing one does not compile. */
export const entryTitles: Readonly<Record<AnyEvent['type'], InBoth>> = {
  HouseholdTakenOver: { en: 'household taken over', zh: '农户接收' },
  MemberJoined: { en: 'member joined', zh: '增加成员' },
  MemberLeft: { en: 'member left', zh: '减少成员' },
  HeadChanged: { en: 'head changed', zh: '户主变更' },
  IncomeAssessed: { en: 'income assessed', zh: '收入核算' },
  GuaranteeChecked: { en: 'guarantee checked', zh: '保障核查' },
  LivingConditionsSurveyed: { en: 'living conditions surveyed', zh: '生活条件调查' },
  CauseReclassified: { en: 'cause reclassified', zh: '致贫原因变更' },
  HomeVisited: { en: 'home visited', zh: '走访' },
  HelperPaired: { en: 'helper paired', zh: '结对帮扶' },
  HelperHandedOver: { en: 'helper handed over', zh: '帮扶责任人更换' },
  HelperReleased: { en: 'helper released', zh: '解除结对' },
  HelperTakenOver: { en: 'helper taken over', zh: '帮扶责任人接收' },
  ProblemFound: { en: 'problem found', zh: '发现问题' },
  ProblemTakenOver: { en: 'problem taken over', zh: '问题接收' },
  ProblemHandedOver: { en: 'problem handed over', zh: '问题交办' },
  HandoverAccepted: { en: 'hand-over accepted', zh: '接收交办' },
  HandoverDisputed: { en: 'hand-over disputed', zh: '交办异议' },
  ProblemPrioritised: { en: 'problem prioritised', zh: '优先级设定' },
  MeasureTaken: { en: 'measure taken', zh: '整改措施' },
  ExtensionGranted: { en: 'extension granted', zh: '整改延期' },
  RectificationReported: { en: 'rectification reported', zh: '报告整改完成' },
  RectificationVerified: { en: 'rectification verified', zh: '核查通过' },
  RectificationReturned: { en: 'rectification returned', zh: '核查退回' },
  PeopleAsked: { en: 'people asked', zh: '征求意见' },
  NumberCancelled: { en: 'number cancelled', zh: '销号' },
  NumberReopened: { en: 'number reopened', zh: '问题反弹' },
  ReminderSent: { en: 'reminder sent', zh: '催办提醒' },
  CorrectionProposed: { en: 'correction proposed', zh: '申请更正' },
  EntryCorrected: { en: 'entry corrected', zh: '批准更正' },
  EntryRetracted: { en: 'entry struck out', zh: '批准撤销' },
  CorrectionDeclined: { en: 'correction declined', zh: '不同意更正' },
  ReportProposed: { en: 'late report', zh: '补录' },
  ReportConfirmed: { en: 'late report confirmed', zh: '确认补录' },
  ReportDeclined: { en: 'late report declined', zh: '不同意补录' },
  AccountOpened: { en: 'account opened', zh: '账号开通' },
  PasswordSet: { en: 'password set', zh: '设置密码' },
  RightGranted: { en: 'right granted', zh: '授予权限' },
  RightRevoked: { en: 'right revoked', zh: '撤销权限' },
  ChangesSeen: { en: 'changes seen', zh: '知悉账号变更' },
  AccountClosed: { en: 'account closed', zh: '账号注销' },
  PersonRegistered: { en: 'official registered', zh: '干部登记' },
  Posted: { en: 'posted', zh: '任职' },
  PostEnded: { en: 'post ended', zh: '免职' },
  NumbersReserved: { en: 'numbers reserved', zh: '预留编号' },
  UnitRegistered: { en: 'unit registered', zh: '单位登记' },
  RegionsAdopted: { en: 'divisions adopted', zh: '区划启用' },
  StandardsOpened: { en: 'standards opened', zh: '建立标准' },
  StandardProposed: { en: 'standard proposed', zh: '申请标准' },
  StandardAdopted: { en: 'standard in force', zh: '标准生效' },
  StandardDeclined: { en: 'standard declined', zh: '标准否决' },
  ClockConfirmed: { en: 'clock confirmed', zh: '时钟确认' },
  AdministratorReset: { en: 'administrator reset', zh: '管理员重设' },
  LogOpened: { en: 'log opened', zh: '日志启用' },
};
