import { slice } from '@lookback/kernel';
import * as events from './identification.events.js';
import { identificationRules as rules } from './identification.rules.js';
import { identificationSentences as sentences, identificationTitles as titles } from './identification.sentences.js';

/** What is known of a household and its members. */
export const identificationSlice = slice({ events, titles, sentences, rules });
