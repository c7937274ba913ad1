import type { CalendarDate } from '@lookback/kernel';
import type { ClassCode } from './rectification.codes.js';
import type { ListPlace, Problem, Rectification } from './rectification.state.js';

/** What a list says of a problem, as far as it tells whether that is on record. */
interface Listed {
  readonly list: ListPlace;
  readonly foundOn: CalendarDate;
  readonly class: ClassCode;
  /** Null where they are erased. */
  readonly words: string | null;
}

/**
 * The problem on record that a list's is, under whatever number: found on the same day, it has the same number of a list, or is told in
 * the same words and class elsewhere than in this file. Found on another day, it is another problem, whatever the lists call it.
 */
export function listedAlready(problems: Rectification, listed: Listed): Problem | undefined {
  for (const problem of problems.values())
    if (problem.foundOn === listed.foundOn && (numberedAlike(problem, listed) || toldAlike(problem, listed))) return problem;
  return undefined;
}

const numberedAlike = ({ list }: Problem, listed: Listed): boolean =>
  list !== null && list.number !== null && list.number === listed.list.number;

/** Rows of one file are apart: a list may tell several problems of one day in the same words. */
const toldAlike = (problem: Problem, listed: Listed): boolean =>
  problem.list?.file !== listed.list.file &&
  problem.class === listed.class &&
  listed.words !== null &&
  problem.words.or(null) === listed.words;
