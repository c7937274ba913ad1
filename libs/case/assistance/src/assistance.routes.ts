import type { PersonId } from '@lookback/kernel';
import { commandsFrom, route, routes } from '@lookback/office/desk';
import { commandFrom } from './command-from.js';
import * as ask from './assistance.commands.js';
import * as decide from './assistance.decider.js';
import { type AssistanceView, isHelping } from './assistance.state.js';
import { TakeOverHelpers } from './take-over.js';

const pick = commandsFrom(commandFrom);
const may = ['record'] as const;

/** Whom nobody has to choose. */
function onlyHelper({ helpers }: Pick<AssistanceView, 'helpers'>): PersonId | undefined {
  const [one, ...others] = helpers.filter(isHelping);
  return others.length === 0 ? one?.person : undefined;
}

export const assistanceRoutes = routes(
  route('visit-home', ask.VisitHome, decide.visitHome, {
    commandFrom: pick('HomeVisited'),
    may,
    called: { en: 'Record a visit', zh: '登记走访' },
  }),
  route('pair-helper', ask.PairHelper, decide.pairHelper, {
    commandFrom: pick('HelperPaired'),
    may,
    called: { en: 'Pair a helper', zh: '结对帮扶' },
  }),
  route('hand-over-helper', ask.HandOverHelper, decide.handOverHelper, {
    commandFrom: pick('HelperHandedOver'),
    may,
    prefill: (household) => ({ from: onlyHelper(household) }),
    called: { en: 'Change the helper', zh: '更换帮扶责任人' },
  }),
  route('release-helper', ask.ReleaseHelper, decide.releaseHelper, {
    commandFrom: pick('HelperReleased'),
    may,
    prefill: (household) => ({ person: onlyHelper(household) }),
    called: { en: 'Release a helper', zh: '解除结对' },
  }),
  route('take-over-helpers', TakeOverHelpers, decide.takeOverHelpers, {
    commandFrom: pick('HelperTakenOver'),
    may,
    fromList: true,
    called: { en: 'Helper taken over from a list', zh: '名册接收帮扶责任人' },
  }),
);
