import * as events from './four-eyes.events.js';
import { fourEyesRules as rules } from './four-eyes.rules.js';
import { fourEyesSentences as sentences, fourEyesTitles as titles } from './four-eyes.sentences.js';
import { slice } from './slice.js';

/** What second persons say of other entries, on whatever subject takes it. */
export const fourEyesSlice = slice({ events, titles, sentences, rules, seals: { reason: 'words', words: 'words' } });
