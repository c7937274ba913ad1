import { type Chapter, type Decision, type Owner, sealedTo } from '@lookback/kernel';
import type * as ask from './assistance.commands.js';
import * as did from './assistance.events.js';
import type { AssistanceEvent } from './assistance.events.js';
import { refuseIf } from './assistance.rules.js';
import type { Assistance, AssistanceView } from './assistance.state.js';

type Decide<Command> = Decision<Command, AssistanceView, AssistanceEvent>;

export const visitHome: Decide<ask.VisitHome> = ({ onRecord }, { place, checklist, findings = null, capturedAt = null }, { subject }) => {
  refuseIf(!onRecord, 'assistance.household-absent');
  const topics = checklist.map(({ topic }) => topic);
  topics.forEach((topic, i) => refuseIf(topics.indexOf(topic) !== i, 'assistance.topic-twice', { topic }));
  refuseIf(checklist.length === 0 && findings === null, 'assistance.nothing-seen');
  const sealed = findings === null ? null : sealedTo(subject as string as Owner)(findings);
  return [did.homeVisited({ place, checklist, findings: sealed, capturedAt })];
};

/** How a household's assistance follows from what happened to it. */
export const assistance: Chapter<Assistance, AssistanceEvent> = {
  initial: { visits: 0, lastVisit: null },
  evolve: {
    HomeVisited: ({ visits }, { place, checklist, findings }, { effectiveOn, actedBy }) => ({
      visits: visits + 1,
      lastVisit: { on: effectiveOn, by: actedBy?.person ?? null, place, checklist, findings },
    }),
  },
};
