import type { Sentences, Titles } from '@lookback/kernel';
import type { ViewEvent } from './views.events.js';

/** What happened to an owner's views; what they are called is sealed. */
export const viewSentences: Sentences<ViewEvent> = {
  ViewSaved: () => ({ en: 'A view of a list was saved.', zh: '保存了清单查询。' }),
  ViewDropped: () => ({ en: 'A view of a list was removed.', zh: '删除了清单查询。' }),
};

/** What each of its events is called. */
export const viewTitles: Titles<ViewEvent> = {
  ViewSaved: { en: 'view saved', zh: '保存查询' },
  ViewDropped: { en: 'view removed', zh: '删除查询' },
};
