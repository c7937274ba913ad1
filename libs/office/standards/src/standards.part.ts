import { slice } from '@lookback/kernel';
import { part } from '@lookback/office/desk';
import { standards } from './standards.js';
import * as events from './standards.events.js';
import { rules } from './standards.rules.js';
import { standardsOpening } from './standards.reactions.js';
import { standardsOfState } from './standards.register.js';
import { standardsSentences as sentences, standardsTitles as titles } from './standards.sentences.js';

/** The dated rules of a region. */
export const standardsPart = part({
  subject: standards,
  called: { en: 'standards', zh: '标准' },
  registers: [standardsOfState],
  reactions: [standardsOpening],
  slices: [slice({ events, titles, sentences, rules })],
});
