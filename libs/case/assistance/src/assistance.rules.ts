import { ruleBook } from '@lookback/kernel';

export const {
  rules: assistanceRules,
  refuse,
  refuseIf,
  inapplicable,
} = ruleBook({
  'assistance.household-absent': {
    kind: 'sense',
    en: 'The household was not on record on that day.',
    zh: '该日期该户尚无登记。',
  },
  'assistance.topic-twice': {
    kind: 'sense',
    en: 'The checklist answers {topic} twice.',
    zh: '走访清单中 {topic} 重复。',
  },
  'assistance.nothing-seen': {
    kind: 'sense',
    en: 'A visit must state what was checked or what was found.',
    zh: '走访须填写核查项目或走访情况。',
  },
  'assistance.captured-later': {
    kind: 'sense',
    en: 'The time of writing, {capturedAt}, is after today ({today}).',
    zh: '记录时刻 {capturedAt} 晚于今天（{today}）。',
  },
  'assistance.helper-already-helping': {
    kind: 'sense',
    en: '{person} has helped this household since {since}.',
    zh: '{person} 自 {since} 起已是该户帮扶责任人。',
  },
  'assistance.helper-not-helping': {
    kind: 'sense',
    en: '{person} was not a helper of this household on that day.',
    zh: '该日期 {person} 不是该户帮扶责任人。',
  },
  'assistance.helpers-on-record': {
    kind: 'guard',
    en: 'The household already has helpers on record: {helpers}.',
    zh: '该户已登记帮扶责任人 {helpers} 名。',
  },
});
