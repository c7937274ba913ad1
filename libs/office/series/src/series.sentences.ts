import type { Sentences, Titles } from '@lookback/kernel';
import { seriesKinds } from './series.codes.js';
import type { SeriesEvent } from './series.events.js';

export const seriesSentences: Sentences<SeriesEvent> = {
  NumbersReserved: ({ kind, numbers }) => {
    const { en, zh } = seriesKinds[kind];
    const [first, last] = [numbers[0] ?? '', numbers.at(-1) ?? ''];
    if (numbers.length === 1) return { en: `The number ${first} was reserved (${en}).`, zh: `预留${zh} ${first}。` };
    return {
      en: `The ${numbers.length} numbers ${first} to ${last} were reserved (${en}).`,
      zh: `预留${zh} ${first} 至 ${last}，共 ${numbers.length} 个。`,
    };
  },
};

/** What each of its events is called. */
export const seriesTitles: Titles<SeriesEvent> = {
  NumbersReserved: { en: 'numbers reserved', zh: '预留编号' },
};
