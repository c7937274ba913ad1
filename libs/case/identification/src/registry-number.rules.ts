import { ruleBook } from '@lookback/kernel';

/** Why a number of the registry is not recorded: rules of registration, whichever household has it. Source: procedures.md, chapter 1. */
export const { rules: registryNumberRules, refuseIf } = ruleBook({
  'registration.number-taken': {
    kind: 'sense',
    en: 'Number {number} is another household’s.',
    zh: '户编号 {number} 已属其他户。',
  },
  'registration.number-of-other-village': {
    kind: 'guard',
    en: 'Number {number} is not of village {village}.',
    zh: '户编号 {number} 不属于村 {village}。',
  },
  'registration.number-of-other-person': {
    kind: 'sense',
    en: 'The numbers of members begin with the number of their household, and no two are the same.',
    zh: '人编号前 18 位须与户编号相同，且不得重复。',
  },
  'registration.not-registered': {
    kind: 'guard',
    en: 'The household was not on the register on that day.',
    zh: '该户当日未在册。',
  },
});
