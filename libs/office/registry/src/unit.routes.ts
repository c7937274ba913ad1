import { route, routes } from '@lookback/office/desk';
import { RegisterUnit } from './unit.commands.js';
import * as decide from './unit.decider.js';

export const unitRoutes = routes(
  route('register-unit', RegisterUnit, decide.registerUnit, {
    may: ['administer'],
    summary: { en: 'Puts a public body on record', zh: '登记单位' },
    opens: true,
  }),
);
