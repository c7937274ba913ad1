import { slice } from '@lookback/kernel';
import * as events from './rectification.events.js';
import { namedIn } from './named-in.js';
import { rectificationRules as rules } from './rectification.rules.js';
import { rectificationSentences as sentences, rectificationTitles as titles } from './rectification.sentences.js';

/** What becomes of problems. */
export const rectificationSlice = slice({
  events,
  titles,
  sentences,
  rules,
  namedIn,
  seals: { words: 'words', measure: 'words', reason: 'words', done: 'words', asWritten: 'typed' },
});
