import { slice } from '@lookback/kernel';
import { part } from '@lookback/office/desk';
import { series } from './series.js';
import * as events from './series.events.js';
import { seriesSentences as sentences, seriesTitles as titles } from './series.sentences.js';

/** Numbers that are given one after another. `Reserving` asks for them. */
export const seriesPart = part({
  subject: series,
  called: { en: 'numbers', zh: '编号' },
  slices: [slice({ events, titles, sentences })],
  controllers: [],
});
