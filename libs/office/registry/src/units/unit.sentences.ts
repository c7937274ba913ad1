import type { Sentences, Titles } from '@lookback/kernel';
import { unitKinds } from './unit.codes.js';
import type { UnitEvent } from './unit.events.js';

export const unitSentences: Sentences<UnitEvent> = {
  UnitRegistered: ({ name, kind, region }, naming) => ({
    en: `${name} was registered as a ${unitKinds[kind].en} in ${naming.region(region)}.`,
    zh: `${naming.region(region)}的${unitKinds[kind].zh}“${name}”登记入册。`,
  }),
};

/** What each of its events is called. */
export const unitTitles: Titles<UnitEvent> = {
  UnitRegistered: { en: 'unit registered', zh: '单位登记' },
};
