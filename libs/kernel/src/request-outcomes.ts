import type { InBoth } from './sentences.js';

/** Why nothing is proposed on a householder's request. */
export const requestOutcomes = {
  'not-upheld': { en: 'the record is right', zh: '不属实，记录无误' },
  'corrected-already': { en: 'corrected already', zh: '已经更正' },
  withdrawn: { en: 'withdrawn by the household', zh: '农户撤回' },
} as const satisfies Readonly<Record<string, InBoth>>;

export type RequestOutcome = keyof typeof requestOutcomes;
