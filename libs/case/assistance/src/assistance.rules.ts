import { ruleBook } from '@lookback/kernel';

export const {
  rules: assistanceRules,
  refuseIf,
  unfit,
} = ruleBook({
  'assistance.household-absent': {
    kind: 'sense',
    en: 'On that day the household was not on record.',
    zh: '该日期该户尚无登记。',
  },
  'assistance.topic-twice': {
    kind: 'sense',
    en: 'The checklist answers {topic} twice.',
    zh: '走访清单中 {topic} 重复。',
  },
  'assistance.nothing-seen': {
    kind: 'sense',
    en: 'A visit says what was looked at, or what was found.',
    zh: '走访须填写核查项目或走访情况。',
  },
});
