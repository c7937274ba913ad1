import { ruleBook } from '@lookback/kernel';

export const { rules, refuse, refuseIf, inapplicable } = ruleBook({
  'standards.opened-already': {
    kind: 'sense',
    en: 'The standards of {region} have already been opened.',
    zh: '{region} 的标准已经建立。',
  },
  'standards.other-region': {
    kind: 'sense',
    en: 'The standards of {region} are kept under its own code.',
    zh: '{region} 的标准须记在该区划代码之下。',
  },
  'standards.proposal-absent': {
    kind: 'sense',
    en: 'There is no open proposal {proposal} on that day.',
    zh: '该日没有待批准的标准申请 {proposal}。',
  },
  'standards.same-hand': {
    kind: 'guard',
    en: 'A standard must be approved or declined by a second person under another account.',
    zh: '标准须由另一账号的第二人批准或否决。',
  },
  'standards.other-day': {
    kind: 'sense',
    en: 'It was proposed with effect from {proposed} and cannot be approved with effect from {effectiveOn}.',
    zh: '申请的生效日期是 {proposed}，不能改为自 {effectiveOn} 起批准。',
  },
});
