import type { Sentences, Titles } from '@lookback/kernel';
import type { WellEvent } from './well.events.js';

export const wellSentences: Sentences<WellEvent> = {
  WellDug: ({ village, depthCm }, { region }) => ({
    en: `A well of ${depthCm} cm was dug in ${region(village)}.`,
    zh: `${region(village)}打井，深 ${depthCm} 厘米。`,
  }),
  WellTested: ({ safe }) => (safe ? { en: 'Its water is safe.', zh: '水质合格。' } : { en: 'Its water is not safe.', zh: '水质不合格。' }),
  WellHandedOn: ({ village }, { region }) => ({ en: `It is ${region(village)}’s now.`, zh: `改属${region(village)}。` }),
  WellDeepened: ({ depthCm }) => ({ en: `It was made ${depthCm} cm deep.`, zh: `加深至 ${depthCm} 厘米。` }),
};

export const wellTitles: Titles<WellEvent> = {
  WellDug: { en: 'well dug', zh: '打井' },
  WellTested: { en: 'water tested', zh: '水质检测' },
  WellHandedOn: { en: 'well handed on', zh: '水井改属' },
  WellDeepened: { en: 'well deepened', zh: '水井加深' },
};
