import type { Sentences } from '@lookback/kernel';
import { topics, visitPlaces } from './assistance.codes.js';
import type { AssistanceEvent } from './assistance.events.js';

/** What was done for a household, as it is told. */
export const assistanceWords: Sentences<AssistanceEvent> = {
  HomeVisited: ({ place, checklist }) => {
    const amiss = checklist.filter(({ inOrder }) => !inOrder).map(({ topic }) => topics[topic]);
    return {
      en: `Visited ${visitPlaces[place].en}; ${amiss.length === 0 ? 'nothing amiss on the checklist' : `amiss: ${amiss.map(({ en }) => en).join(', ')}`}.`,
      zh: `走访（${visitPlaces[place].zh}）；${amiss.length === 0 ? '清单未发现问题' : `发现问题：${amiss.map(({ zh }) => zh).join('、')}`}。`,
    };
  },
};
