import { ruleBook } from './refusal.js';

/** Why an approval counts for nothing: the fold lists it, and the desk refuses to record one. */
export const { rules: fourEyesRules, inapplicable } = ruleBook({
  'second-person.proposal-absent': {
    kind: 'sense',
    en: 'It answers {proposal}, which is not a proposal in this history.',
    zh: '所答复的 {proposal} 不是本档案中的申请。',
  },
  'second-person.already-answered': {
    kind: 'sense',
    en: 'Proposal {proposal} has already been answered.',
    zh: '申请 {proposal} 已经答复。',
  },
  'second-person.original-absent': {
    kind: 'sense',
    en: 'There is no entry {original} that could be corrected.',
    zh: '没有可以更正的记录 {original}。',
  },
  'second-person.version-replaced': {
    kind: 'sense',
    en: 'It replaces version {supersedes}, but {newest} is the newest.',
    zh: '所替换的版本是 {supersedes}，而最新版本是 {newest}。',
  },
  'second-person.type-changed': {
    kind: 'sense',
    en: 'A correction may not turn {original} into {wanted}.',
    zh: '更正不得把 {original} 改为 {wanted}。',
  },
});
