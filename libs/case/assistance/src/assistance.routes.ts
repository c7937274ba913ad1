import { route, routes } from '@lookback/office/desk';
import * as ask from './assistance.commands.js';
import * as decide from './assistance.decider.js';

export const assistanceRoutes = routes(
  route('visit-home', ask.VisitHome, decide.visitHome, { may: ['record'], summary: { en: 'Records a visit', zh: '登记走访' } }),
);
