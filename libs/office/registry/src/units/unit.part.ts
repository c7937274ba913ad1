import { slice } from '@lookback/kernel';
import { part } from '@lookback/office/desk';
import { viewsSlice } from '@lookback/office/views';
import { unit } from './unit.js';
import * as events from './unit.events.js';
import { rules } from './unit.rules.js';
import { unitSentences as sentences, unitTitles as titles } from './unit.sentences.js';
import { unitsOfState } from './units.register.js';

/** Public bodies. */
export const unitPart = part({
  subject: unit,
  called: { en: 'unit', zh: '单位' },
  slices: [slice({ events, titles, sentences, rules }), viewsSlice],
  registers: [unitsOfState],
});
