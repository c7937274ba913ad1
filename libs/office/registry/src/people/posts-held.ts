import { asOf, type CalendarDate, everything, levels, type Recorded } from '@lookback/kernel';
import { type Person, personChapter, type Post } from './person.decider.js';
import { postKinds } from './post.codes.js';

/** The posts that a person held on a day, as known now: the highest level first, then by kind, the longest held, unit. */
export function postsHeld(history: readonly Recorded[], on: CalendarDate): Post[] {
  return ranked(asOf(personChapter, history, { ...everything, effective: on }).state);
}

/** A person's posts in that order. */
export const ranked = (person: Person | null): Post[] => [...(person?.posts ?? [])].sort(byRank);

const kinds = Object.keys(postKinds);

const byRank = (a: Post, b: Post): number =>
  levels.indexOf(b.level) - levels.indexOf(a.level) ||
  kinds.indexOf(a.post) - kinds.indexOf(b.post) ||
  byText(a.since, b.since) ||
  byText(a.unit, b.unit);

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
