import type { DataOf, InBoth, Sentences, Titles } from '@lookback/kernel';
import * as codes from './rectification.codes.js';
import type { RectificationEvent } from './rectification.events.js';

const word = <Key extends string>(list: Readonly<Record<Key, InBoth>>, key: Key): InBoth => list[key];
const both = (en: string, zh: string): InBoth => ({ en, zh });

/** Where a list has a problem; which of its sheets is said where it is not the first. */
function placeIn({ sheet, row, number }: DataOf<RectificationEvent, 'ProblemTakenOver'>['list']): InBoth {
  const on = sheet === 1 ? both('', '') : both(`sheet ${sheet}, `, `第 ${sheet} 张工作表`);
  const under = number === null ? both('', '') : both(`, No. ${number} of the list`, `，序号 ${number}`);
  return both(`${on.en}row ${row}${under.en}`, `${on.zh}第 ${row} 行${under.zh}`);
}

/** What happened to the problems of a subject, as it is told. */
export const rectificationSentences: Sentences<RectificationEvent> = {
  ProblemFound: ({ number, class: code, source }, name) => {
    const [kind, from] = [name.listed('problem-classes', code), name.listed('problem-sources', source)];
    return both(
      `Problem ${number} found (class ${kind.en}, source ${from.en}).`,
      `发现问题 ${number}（类别：${kind.zh}，来源：${from.zh}）。`,
    );
  },
  ProblemTakenOver: ({ number, list, status }) => {
    const { en, zh } = word(codes.problemStatuses, status);
    return both(
      `Problem ${number} taken over from a ledger (${placeIn(list).en}): ${en}.`,
      `由台账接收问题 ${number}（${placeIn(list).zh}）：${zh}。`,
    );
  },
  ProblemHandedOver: ({ problem, responsible: { leader, unit, staff }, dueOn }, name) =>
    both(
      `Problem ${problem} handed over to ${name.unit(unit)}, ${name.person(leader)} (leader) and ${name.person(staff)} (in charge), by ${dueOn}.`,
      `问题 ${problem} 交办：责任单位${name.unit(unit)}，责任领导${name.person(leader)}，责任人${name.person(staff)}，整改时限 ${dueOn}。`,
    ),
  HandoverAccepted: ({ problem }) => both(`Problem ${problem} accepted.`, `问题 ${problem} 已接收。`),
  HandoverDisputed: ({ problem }) => both(`The hand-over of problem ${problem} was disputed.`, `对问题 ${problem} 的交办提出异议。`),
  ProblemPrioritised: ({ problem, priority }) => {
    const { en, zh } = word(codes.priorities, priority);
    return both(`Problem ${problem} set as ${en}.`, `问题 ${problem} 优先级定为${zh}。`);
  },
  MeasureTaken: ({ problem }) => both(`A measure was recorded for problem ${problem}.`, `就问题 ${problem} 采取了整改措施。`),
  ExtensionGranted: ({ problem, dueOn }) =>
    both(`The time limit of problem ${problem} was extended to ${dueOn}.`, `问题 ${problem} 整改时限延至 ${dueOn}。`),
  RectificationReported: ({ problem }) => both(`Problem ${problem} reported as rectified.`, `问题 ${problem} 报告整改完成。`),
  RectificationVerified: ({ problem, onSite }) =>
    both(
      `The rectification of problem ${problem} was verified ${onSite ? 'on site' : 'on paper'}.`,
      `问题 ${problem} ${onSite ? '现场' : '书面'}核查通过。`,
    ),
  RectificationReturned: ({ problem, onSite }) =>
    both(
      `The rectification of problem ${problem} was returned after a look ${onSite ? 'on site' : 'on paper'}.`,
      `问题 ${problem} 经${onSite ? '现场' : '书面'}核查，退回整改。`,
    ),
  PeopleAsked: ({ problem, who, answer }) => {
    const [people, said] = [word(codes.peopleKinds, who), word(codes.answers, answer)];
    return both(`About problem ${problem}, ${people.en} answered: ${said.en}.`, `问题 ${problem} 征求${people.zh}意见：${said.zh}。`);
  },
  NumberCancelled: ({ problem, cancelNumber }) =>
    both(`The number of problem ${problem} was cancelled under ${cancelNumber}.`, `问题 ${problem} 销号，销号编号 ${cancelNumber}。`),
  NumberReopened: ({ problem }) => both(`Problem ${problem} recurred; its number was restored.`, `问题 ${problem} 反弹，原编号恢复。`),
  ReminderSent: ({ problem, step, dueOn, to }, name) => {
    const people = to.map((person) => name.person(person));
    const when = step >= 0 ? both(`${step} days before`, `前 ${step} 天`) : both(`${-step} days after`, `后 ${-step} 天`);
    return both(
      `Reminder of problem ${problem}, ${when.en} the limit ${dueOn}, to ${people.join(', ')}.`,
      `问题 ${problem} 催办提醒（时限 ${dueOn} ${when.zh}）：${people.join('、')}。`,
    );
  },
};

/** What each of its events is called. */
export const rectificationTitles: Titles<RectificationEvent> = {
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
};
