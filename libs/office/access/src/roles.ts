import type { InBoth } from '@lookback/kernel';
import type { Right } from '@lookback/office/desk';

/** Rights that one account is given together, for the same regions. */
interface RoleKind extends InBoth {
  readonly rights: readonly Right[];
  /** Whose work it is. */
  readonly who: InBoth;
  /** What it is kept apart from, and why. */
  readonly apart: InBoth;
}

/**
 * The roles that an account may be opened in. None joins reporting with verifying or cancelling, nor looking on with deciding; what a
 * role may do follows from its rights alone, and every right can be granted and revoked by itself afterwards.
 */
export const roles = {
  operator: {
    en: 'operator',
    zh: '经办员',
    rights: ['record', 'report-late'],
    who: {
      en: 'Commissioners of townships, village officers and those who import lists: records, and reports problems as rectified.',
      zh: '乡镇扶贫专干、村干部和名册导入人员：登记，并报告整改完成。',
    },
    apart: {
      en: 'Not in one account with verifier: nobody verifies what was reported under their own name or by their own unit.',
      zh: '不得与“核查员”同为一个账号：任何人不得核查本人或本单位报告的整改。',
    },
  },
  reviewer: {
    en: 'reviewer',
    zh: '审核员',
    rights: ['review', 'confirm'],
    who: {
      en: 'Those who check what others recorded, and confirm what another unit reported late.',
      zh: '审核他人登记的内容，复核其他单位补录的人员。',
    },
    apart: {
      en: 'Not in one account with operator: who records does not review.',
      zh: '不得与“经办员”同为一个账号：登记人不得审核本人登记的内容。',
    },
  },
  verifier: {
    en: 'verifier',
    zh: '核查员',
    rights: ['verify', 'cancel'],
    who: {
      en: 'Officers of another unit, mostly of the county office: verify on the spot, ask the people, cancel the number.',
      zh: '其他单位人员，一般为县扶贫办干部：实地核查、征求群众意见、对账销号。',
    },
    apart: {
      en: 'Not in one account with operator, and not of the unit that reports: a problem is verified by another unit.',
      zh: '不得与“经办员”同为一个账号，也不得属于报告整改的单位：整改须由其他单位核查。',
    },
  },
  auditor: {
    en: 'auditor',
    zh: '审计员',
    rights: ['audit', 'read-audit-log'],
    who: { en: 'The audit office: replays every history and reads who read what.', zh: '审计人员：回放全部历史，查阅谁看过什么。' },
    apart: {
      en: 'Never with a role that decides: who supervises does not decide.',
      zh: '不得与任何办理类角色同为一个账号：监督人员不办理。',
    },
  },
  inspector: {
    en: 'inspector',
    zh: '纪检员',
    rights: ['inspect', 'read-audit-log'],
    who: {
      en: 'The discipline inspectorate: traces who answers for what.',
      zh: '纪检监察人员：追溯责任。',
    },
    apart: {
      en: 'Never with a role that decides: who supervises does not decide.',
      zh: '不得与任何办理类角色同为一个账号：监督人员不办理。',
    },
  },
  leader: {
    en: 'leader',
    zh: '领导',
    rights: ['hand-over', 'approve'],
    who: {
      en: 'Leaders of the county and its offices: hand problems over and approve.',
      zh: '县领导和主管部门负责人：交办问题、审批。',
    },
    apart: {
      en: 'Not in one account with operator: who hands a problem over does not report it as rectified.',
      zh: '不得与“经办员”同为一个账号：交办人不得报告整改完成。',
    },
  },
} as const satisfies Record<string, RoleKind>;

export type Role = keyof typeof roles;
export const everyRole = Object.keys(roles) as Role[];

/** The rights of a role. */
export const rightsOf = (role: Role): readonly Right[] => roles[role].rights;
