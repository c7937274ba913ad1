import type { Shapes } from '../api/ask.js';
import type { Words } from '../i18n/words.js';

type Line = Shapes['PersonLine'];

/** What an official is called; where the name is erased, how the id begins. */
export const calledIn = ({ person, name }: Pick<Line, 'person' | 'name'>): string => name ?? person.slice(0, 8);

/** What tells an official from namesakes: post and unit, the end of the telephone number, households helped. */
export const toldApart = (
  { posts: [post], phoneEnd, householdsNow }: Pick<Line, 'posts' | 'phoneEnd' | 'householdsNow'>,
  t: Words,
): string[] => [
  post ? [t.both(post), post.unitName].filter(Boolean).join(' ') : t('person.noPost'),
  ...(phoneEnd === null ? [] : [t('person.phoneEnd', { end: phoneEnd })]),
  ...(householdsNow === null || householdsNow === 0 ? [] : [t('person.helps', { count: householdsNow })]),
];

/** An official in one line, as lists and choices name one. */
export const personLine = (line: Line, t: Words): string => [calledIn(line), ...toldApart(line, t)].join(' · ');
