import { slice } from '@lookback/kernel';
import * as events from './views.events.js';
import { viewRules as rules } from './views.rules.js';
import { viewSentences as sentences, viewTitles as titles } from './views.sentences.js';

/** The views that an owner keeps. */
export const viewsSlice = slice({ events, titles, sentences, rules, seals: { name: 'words' } });
