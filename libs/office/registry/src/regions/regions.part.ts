import { slice } from '@lookback/kernel';
import { part } from '@lookback/office/desk';
import { regions } from './regions.js';
import * as events from './regions.events.js';
import { rules } from './regions.rules.js';
import { regionsSentences as sentences, regionsTitles as titles } from './regions.sentences.js';

/** Administrative divisions, a county's each. */
export const regionsPart = part({
  subject: regions,
  called: { en: 'divisions', zh: '区划' },
  slices: [slice({ events, titles, sentences, rules })],
});
