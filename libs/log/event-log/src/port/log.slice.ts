import { slice } from '@lookback/kernel';
import * as events from './log.events.js';
import { logSentences as sentences, logTitles as titles } from './log.sentences.js';

/** What the log says of itself. */
export const logSlice = slice({ events, titles, sentences });
