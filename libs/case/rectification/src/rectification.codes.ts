import { type Code, type InBoth, kind, type PersonId, type UnitId } from '@lookback/kernel';

type List = Readonly<Record<string, InBoth>>;

/** Under which a problem is kept for ever; unique in its subject. */
export type ProblemNumber = Code<'problem-number'>;
/** 序号: under which a list has a problem, and nothing but that list. */
export type ListNumber = Code<'list-number'>;
/** 销号编号 */
export type CancelNumber = Code<'cancel-number'>;
/** A code of the standard `problem-classes`. */
export type ClassCode = Code<'problem-class'>;
/** A code of the standard `problem-sources`. */
export type SourceCode = Code<'problem-source'>;
/** A household by its id. */
export type { HouseholdId } from '@lookback/kernel';

/** The three duties that nobody may leave open: 责任领导, 责任单位, 责任人. */
export interface Duties {
  readonly leader: PersonId;
  readonly unit: UnitId;
  readonly staff: PersonId;
}

/** Numbers as ledgers have them; no run of digits long enough to be a phone's or a citizen's. */
export const numberShape = /^[0-9A-Za-z]{1,10}(-[0-9A-Za-z]{1,10}){0,4}$/;
export const listCodeShape = /^[a-z][a-z0-9-]{1,39}$/;

/** Of the standards `problem-classes` and `problem-sources`. */
export const problemClass = kind.listed('problem-classes', listCodeShape, 'exit');
export const problemSource = kind.listed('problem-sources', listCodeShape, 'self-check');

/** Where a problem stands. The first two are only ever stated by a list. */
export const problemStatuses = {
  'not-started': { en: 'not started (as listed)', zh: '未启动（台账）' },
  'in-progress': { en: 'in progress (as listed)', zh: '整改中（台账）' },
  found: { en: 'found, not yet handed over', zh: '待交办' },
  'handed-over': { en: 'handed over', zh: '已交办' },
  accepted: { en: 'accepted', zh: '已接收' },
  disputed: { en: 'disputed', zh: '有异议' },
  reported: { en: 'reported as rectified, to be verified', zh: '已报整改，待核查' },
  returned: { en: 'returned', zh: '已退回' },
  verified: { en: 'verified, number not yet cancelled', zh: '核查通过，待销号' },
  cancelled: { en: 'number cancelled', zh: '已销号' },
  reopened: { en: 'recurred, not yet handed over', zh: '反弹，待交办' },
} as const satisfies List;
export type ProblemStatus = keyof typeof problemStatuses;

/** Those at which something is still to be done. */
export const stillOpen = (Object.keys(problemStatuses) as ProblemStatus[]).filter((status) => status !== 'cancelled');
/** What a list may state. */
export const statedStatuses = ['not-started', 'in-progress', 'cancelled'] as const satisfies readonly ProblemStatus[];
export type StatedStatus = (typeof statedStatuses)[number];

export const priorities = {
  urgent: { en: 'urgent', zh: '紧急' },
  important: { en: 'important', zh: '重点' },
  ordinary: { en: 'ordinary', zh: '一般' },
} as const satisfies List;
export type Priority = keyof typeof priorities;

export const answers = {
  satisfied: { en: 'satisfied', zh: '满意' },
  'not-satisfied': { en: 'not satisfied', zh: '不满意' },
  'not-applicable': { en: 'not applicable', zh: '不适用' },
} as const satisfies List;
export type PeopleAnswer = keyof typeof answers;

export const peopleKinds = {
  household: { en: 'the household', zh: '农户' },
  villagers: { en: 'the villagers', zh: '群众' },
} as const satisfies List;
export type PeopleKind = keyof typeof peopleKinds;

/** What a limit that passes unheeded leads to: proposed, and decided by a person. */
export const escalationStages = {
  notice: { en: 'notice of criticism', zh: '通报' },
  interview: { en: 'interview', zh: '约谈' },
  filing: { en: 'filing of a case', zh: '立案' },
} as const satisfies List;
export type EscalationStage = keyof typeof escalationStages;
