import type { Sentences } from '@lookback/kernel';
import { seriesKinds } from './series.codes.js';
import type { SeriesEvent } from './series.events.js';

export const seriesSentences: Sentences<SeriesEvent> = {
  NumberReserved: ({ kind, number }) => ({
    en: `The number ${number} was reserved (${seriesKinds[kind].en}).`,
    zh: `预留${seriesKinds[kind].zh} ${number}。`,
  }),
};
