import { ruleBook } from '@lookback/kernel';

/** Why a correction or a report is not proposed or answered so. Source: procedures.md, chapter 8; none is collected (decisions.md, 1). */
export const {
  rules: answerRules,
  refuse,
  refuseIf,
} = ruleBook({
  'four-eyes.of-four-eyes': {
    kind: 'sense',
    en: 'A proposal or an answer to one ({type}) is not corrected.',
    zh: '更正、补录的申请和复核（{type}）不得更正。',
  },
  'four-eyes.takes-no-correction': {
    kind: 'sense',
    en: 'Nothing that is recorded of a subject of this kind ({subject}) is corrected or struck out: what is wrong is set right by what is recorded after it.',
    zh: '“{subject}”类档案的记录不更正、不撤销：有误的，由其后的登记改正。',
  },
  'four-eyes.proposal-open': {
    kind: 'sense',
    en: 'Proposal {proposal} about it is open.',
    zh: '已有待复核的申请 {proposal}。',
  },
  'four-eyes.nothing-wanted': {
    kind: 'sense',
    en: 'Nothing differs.',
    zh: '没有变化。',
  },
  'four-eyes.actor-may-not-change': {
    kind: 'sense',
    en: 'Who acted stays; strike it out and record it anew.',
    zh: '行为人不得更改，应撤销后重新登记。',
  },
  'four-eyes.answered-by-proposer': {
    kind: 'sense',
    en: 'Another person answers.',
    zh: '提出人不得自行复核。',
  },
  'four-eyes.answered-by-own-unit': {
    kind: 'sense',
    en: 'Somebody of another unit answers.',
    zh: '须由其他单位人员复核。',
  },
  'four-eyes.answer-needs-level': {
    kind: 'sense',
    en: 'The level {level} answers, or one above it.',
    zh: '须由{level}或更高一级复核。',
  },
  'four-eyes.would-unfit': {
    kind: 'sense',
    en: 'It would leave {count} entries without what they speak of.',
    zh: '更正后将有 {count} 条记录失去依据。',
  },
  'four-eyes.document-needed': {
    kind: 'sense',
    en: 'After {days} days a late record needs a document and evidence.',
    zh: '超过 {days} 天补录须附文件依据和证据材料。',
  },
  'four-eyes.not-own-file': {
    kind: 'sense',
    en: 'Only a member of the household asks that its file be put right.',
    zh: '只有本户成员可以要求更正本户档案。',
  },
  'four-eyes.report-not-needed': {
    kind: 'sense',
    en: 'It breaks no rule and is not late: it can be done as an act.',
    zh: '未违反规则且未超期，可直接办理，无须补录。',
  },
});
