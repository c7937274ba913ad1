import type { Naming, Sentences, Titles } from '@lookback/kernel';
import { topics, visitPlaces } from './assistance.codes.js';
import type { AssistanceEvent, Helper } from './assistance.events.js';

/** What was done for a household, as it is told. */
export const assistanceSentences: Sentences<AssistanceEvent> = {
  HomeVisited: ({ place, checklist }) => {
    const amiss = checklist.filter(({ inOrder }) => !inOrder).map(({ topic }) => topics[topic]);
    return {
      en: `Visited ${visitPlaces[place].en}; ${amiss.length === 0 ? 'nothing amiss on the checklist' : `amiss: ${amiss.map(({ en }) => en).join(', ')}`}.`,
      zh: `走访（${visitPlaces[place].zh}）；${amiss.length === 0 ? '清单未发现问题' : `发现问题：${amiss.map(({ zh }) => zh).join('、')}`}。`,
    };
  },
  HelperPaired: (helper, naming) => {
    const { en, zh } = helperWords(helper, naming);
    return { en: `${en} became the household's helper.`, zh: `${zh}结对帮扶该户。` };
  },
  HelperHandedOver: ({ from, to }, naming) => {
    const { en, zh } = helperWords(to, naming);
    return { en: `${en} took over as helper from ${naming.person(from)}.`, zh: `帮扶责任人由${naming.person(from)}更换为${zh}。` };
  },
  HelperReleased: ({ person }, naming) => ({
    en: `${naming.person(person)} ended as the household's helper.`,
    zh: `${naming.person(person)}不再帮扶该户。`,
  }),
  HelperTakenOver: ({ source, startedOn, ...helper }, naming) => {
    const { en, zh } = helperWords(helper, naming);
    return {
      en: `Helper taken over from a list (row ${source.row}): ${en}${startedOn ? `, since ${startedOn} as stated` : ''}.`,
      zh: `由名册接收帮扶责任人（第 ${source.row} 行）：${zh}${startedOn ? `，填报自 ${startedOn} 起` : ''}。`,
    };
  },
};

function helperWords({ person, unit, rank }: Helper, naming: Naming) {
  const { en, zh } = naming.listed('helper-quotas', rank);
  return { en: `${naming.person(person)} of ${naming.unit(unit)} (${en})`, zh: `${naming.person(person)}（${naming.unit(unit)}，${zh}）` };
}

/** What each of its events is called. */
export const assistanceTitles: Titles<AssistanceEvent> = {
  HomeVisited: { en: 'home visited', zh: '走访' },
  HelperPaired: { en: 'helper paired', zh: '结对帮扶' },
  HelperHandedOver: { en: 'helper handed over', zh: '帮扶责任人更换' },
  HelperReleased: { en: 'helper released', zh: '解除结对' },
  HelperTakenOver: { en: 'helper taken over', zh: '帮扶责任人接收' },
};
