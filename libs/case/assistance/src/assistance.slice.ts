import { slice } from '@lookback/kernel';
import * as events from './assistance.events.js';
import { namedIn } from './named-in.js';
import { assistanceRules as rules } from './assistance.rules.js';
import { assistanceSentences as sentences, assistanceTitles as titles } from './assistance.sentences.js';

/** What is done for a household. */
export const assistanceSlice = slice({ events, titles, sentences, rules, namedIn, seals: { findings: 'words', asWritten: 'typed' } });
