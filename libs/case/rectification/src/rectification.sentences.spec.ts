import { expect, it } from '@jest/globals';
import type { Naming } from '@lookback/kernel';
import * as did from './rectification.events.js';
import type { RectificationEvent } from './rectification.events.js';
import * as of from './rectification.fixture.js';
import { rectificationSentences } from './rectification.sentences.js';

const naming: Naming = {
  person: (id) => `<${id}>`,
  region: (code) => code,
  unit: (id) => `[${id}]`,
  listed: (list, code) => ({ en: `${list}/${code}`, zh: `“${code}”` }),
  register: (name) => ({ en: name, zh: name }),
};
const problem = of.number;
const told: readonly (readonly [event: RectificationEvent, en: string, zh: string])[] = [
  [
    of.found(),
    'Problem ZG-2020-1 found (class problem-classes/exit, source problem-sources/self-check).',
    '发现问题 ZG-2020-1（类别：“exit”，来源：“self-check”）。',
  ],
  [
    of.takenOver(),
    'Problem ZG-2020-1 taken over from a ledger (row 3): in progress (as listed).',
    '由台账接收问题 ZG-2020-1（第 3 行）：整改中（台账）。',
  ],
  [
    of.takenOver({ list: of.place({ sheet: 2, row: 7, number: '5' }) }),
    'Problem ZG-2020-1 taken over from a ledger (sheet 2, row 7, No. 5 of the list): in progress (as listed).',
    '由台账接收问题 ZG-2020-1（第 2 张工作表第 7 行，序号 5）：整改中（台账）。',
  ],
  [
    of.handedOver(),
    'Problem ZG-2020-1 handed over to [u-township], <p-county> (leader) and <p-township> (in charge), by 2020-06-30.',
    '问题 ZG-2020-1 交办：责任单位[u-township]，责任领导<p-county>，责任人<p-township>，整改时限 2020-06-30。',
  ],
  [did.handoverAccepted({ problem }), 'Problem ZG-2020-1 accepted.', '问题 ZG-2020-1 已接收。'],
  [
    did.handoverDisputed({ problem, reason: of.sealed('非本单位') }),
    'The hand-over of problem ZG-2020-1 was disputed.',
    '对问题 ZG-2020-1 的交办提出异议。',
  ],
  [did.problemPrioritised({ problem, priority: 'urgent' }), 'Problem ZG-2020-1 set as urgent.', '问题 ZG-2020-1 优先级定为紧急。'],
  [
    did.measureTaken({ problem, done: of.sealed('换瓦') }),
    'A measure was recorded for problem ZG-2020-1.',
    '就问题 ZG-2020-1 采取了整改措施。',
  ],
  [
    did.extensionGranted({ problem, dueOn: '2020-07-31', reason: of.sealed('汛期') }),
    'The time limit of problem ZG-2020-1 was extended to 2020-07-31.',
    '问题 ZG-2020-1 整改时限延至 2020-07-31。',
  ],
  [of.reported(), 'Problem ZG-2020-1 reported as rectified.', '问题 ZG-2020-1 报告整改完成。'],
  [of.verified(), 'The rectification of problem ZG-2020-1 was verified on site.', '问题 ZG-2020-1 现场核查通过。'],
  [of.returned(), 'The rectification of problem ZG-2020-1 was returned after a look on site.', '问题 ZG-2020-1 经现场核查，退回整改。'],
  [of.asked('satisfied'), 'About problem ZG-2020-1, the household answered: satisfied.', '问题 ZG-2020-1 征求农户意见：满意。'],
  [of.cancelled(), 'The number of problem ZG-2020-1 was cancelled under XH-1.', '问题 ZG-2020-1 销号，销号编号 XH-1。'],
  [of.reopened(), 'Problem ZG-2020-1 recurred; its number was restored.', '问题 ZG-2020-1 反弹，原编号恢复。'],
  [
    did.reminderSent({ problem, step: -7, dueOn: of.dueOn, to: [of.townshipCadre.person, of.countyOffice.person] }),
    'Reminder of problem ZG-2020-1, 7 days after the limit 2020-06-30, to <p-township>, <p-county>.',
    '问题 ZG-2020-1 催办提醒（时限 2020-06-30 后 7 天）：<p-township>、<p-county>。',
  ],
];

it.each(told)('%o is told', ({ type, data }, en, zh) => {
  const say = rectificationSentences[type] as (value: unknown, names: Naming) => unknown;
  expect(say(data, naming)).toEqual({ en, zh });
});

it('every event is told', () => {
  expect(new Set(told.map(([{ type }]) => type as string))).toEqual(new Set(Object.keys(rectificationSentences)));
});
