import type { Sentences } from '@lookback/kernel';
import type { RegionsEvent } from './regions.events.js';

export const regionsSentences: Sentences<RegionsEvent> = {
  RegionsAdopted: ({ county, source, divisions }, naming) => ({
    en: `${naming.region(county)} took over ${divisions.length} divisions (${source}).`,
    zh: `${naming.region(county)}启用区划 ${divisions.length} 个（${source}）。`,
  }),
};
