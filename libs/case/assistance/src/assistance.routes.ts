import { route, routes } from '@lookback/office/desk';
import * as ask from './assistance.commands.js';
import * as decide from './assistance.decider.js';
import { TakeOverHelpers } from './take-over.js';

const may = ['record'] as const;

export const assistanceRoutes = routes(
  route('visit-home', ask.VisitHome, decide.visitHome, { may, summary: { en: 'Records a visit', zh: '登记走访' } }),
  route('pair-helper', ask.PairHelper, decide.pairHelper, { may, summary: { en: 'Gives the household a helper', zh: '结对帮扶' } }),
  route('hand-over-helper', ask.HandOverHelper, decide.handOverHelper, {
    may,
    summary: { en: 'Hands the household over to another helper', zh: '更换帮扶责任人' },
  }),
  route('release-helper', ask.ReleaseHelper, decide.releaseHelper, { may, summary: { en: 'Releases a helper', zh: '解除结对' } }),
  route('', TakeOverHelpers, decide.takeOverHelpers, {
    may,
    fromList: true,
    summary: { en: 'Takes helpers over from a list', zh: '由名册接收帮扶责任人' },
  }),
);
