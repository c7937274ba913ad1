import type { DocumentNumber, Sentences, Titles } from '@lookback/kernel';
import { standardCatalogue } from './catalogue.js';
import type { StandardsEvent } from './standards.events.js';

export const standardsSentences: Sentences<StandardsEvent> = {
  StandardsOpened: ({ region }, naming) => ({
    en: `${naming.region(region)} keeps standards of its own.`,
    zh: `${naming.region(region)}建立标准。`,
  }),
  StandardProposed: ({ standard, document }) => ({
    en: `The standard "${standardCatalogue[standard].title.en}" was proposed on ${document}.`,
    zh: `依据${document}申请设定标准“${standardCatalogue[standard].title.zh}”。`,
  }),
  StandardAdopted: ({ standard, document }) => ({
    en: `The standard "${standardCatalogue[standard].title.en}" came into force ${resting(document).en}.`,
    zh: `标准“${standardCatalogue[standard].title.zh}”生效（${resting(document).zh}）。`,
  }),
  StandardDeclined: () => ({ en: 'A proposed standard was declined.', zh: '标准申请被否决。' }),
};

const resting = (document: DocumentNumber | null) =>
  document === null ? { en: 'as shipped', zh: '系统自带' } : { en: `on ${document}`, zh: `依据${document}` };

/** What each of its events is called. */
export const standardsTitles: Titles<StandardsEvent> = {
  StandardsOpened: { en: 'standards opened', zh: '建立标准' },
  StandardProposed: { en: 'standard proposed', zh: '申请标准' },
  StandardAdopted: { en: 'standard in force', zh: '标准生效' },
  StandardDeclined: { en: 'standard declined', zh: '标准否决' },
};
