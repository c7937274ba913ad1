import type { Sentences, Titles } from '@lookback/kernel';
import type { RegionsEvent } from './regions.events.js';

export const regionsSentences: Sentences<RegionsEvent> = {
  RegionsAdopted: ({ county, source, divisions }, naming) => ({
    en: `${naming.region(county)} took over ${divisions.length} divisions (${source}).`,
    zh: `${naming.region(county)}启用区划 ${divisions.length} 个（${source}）。`,
  }),
};

/** What each of its events is called. */
export const regionsTitles: Titles<RegionsEvent> = {
  RegionsAdopted: { en: 'divisions adopted', zh: '区划启用' },
};
