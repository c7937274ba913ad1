import { ruleBook } from './refusal.js';

/** Why an approval counts for nothing: the fold lists it, and the desk refuses to record one. */
export const {
  rules: fourEyesRules,
  inapplicable,
  refuse: refuseAmendment,
} = ruleBook({
  'four-eyes.proposal-absent': {
    kind: 'sense',
    en: '{proposal} is not a proposal in this history.',
    zh: '所答复的 {proposal} 不是本档案中的申请。',
  },
  'four-eyes.already-answered': {
    kind: 'sense',
    en: 'Proposal {proposal} has already been answered.',
    zh: '申请 {proposal} 已经答复。',
  },
  'four-eyes.request-absent': {
    kind: 'sense',
    en: '{request} is not a request in this history.',
    zh: '{request} 不是本档案中的更正要求。',
  },
  'four-eyes.request-answered': {
    kind: 'sense',
    en: 'Request {request} has already been answered.',
    zh: '更正要求 {request} 已经答复。',
  },
  'four-eyes.original-absent': {
    kind: 'sense',
    en: 'There is no entry {original} to correct.',
    zh: '没有可以更正的记录 {original}。',
  },
  'four-eyes.version-replaced': {
    kind: 'sense',
    en: 'The entry has been changed meanwhile: its newest version is {newest} and no longer {supersedes}. Open it again.',
    zh: '该记录在此期间已有变更：最新版本是 {newest}，不再是 {supersedes}；请重新打开。',
  },
  'four-eyes.type-changed': {
    kind: 'sense',
    en: 'A correction may not turn {original} into {wanted}.',
    zh: '更正不得把 {original} 改为 {wanted}。',
  },
});
