import type { Sentences, Titles } from '@lookback/kernel';
import type { PersonEvent } from './person.events.js';
import { postKinds } from './post.codes.js';

/** Names stay out of them: who may see a name is the reader's own question. */
export const personSentences: Sentences<PersonEvent> = {
  PersonRegistered: ({ region, confirmed }, naming) => ({
    en: `Came on record as an official in ${naming.region(region)}${confirmed ? '' : ', identity not confirmed'}.`,
    zh: `登记为${naming.region(region)}干部${confirmed ? '' : '（身份未确认）'}。`,
  }),
  Posted: ({ post, unit }, naming) => ({
    en: `Was posted as ${postKinds[post].en} in ${naming.unit(unit)}.`,
    zh: `任${naming.unit(unit)}${postKinds[post].zh}。`,
  }),
  PostEnded: ({ post, unit }, naming) => ({
    en: `Ended as ${postKinds[post].en} in ${naming.unit(unit)}.`,
    zh: `不再任${naming.unit(unit)}${postKinds[post].zh}。`,
  }),
};

/** What each of its events is called. */
export const personTitles: Titles<PersonEvent> = {
  PersonRegistered: { en: 'official registered', zh: '干部登记' },
  Posted: { en: 'posted', zh: '任职' },
  PostEnded: { en: 'post ended', zh: '免职' },
};
