import { type CommandFrom, route, routes } from '@lookback/office/desk';
import { RegisterUnit } from './unit.commands.js';
import * as decide from './unit.decider.js';
import type { UnitEvent } from './unit.events.js';
import { TakeOverUnit } from './take-over-unit.js';

export const unitRoutes = routes(
  route('register-unit', RegisterUnit, decide.registerUnit, {
    commandFrom: { UnitRegistered: (unit) => ({ ...unit }) } satisfies CommandFrom<UnitEvent>,
    may: ['administer'],
    day: 'today',
    likely: 'units',
    places: { 'unit.level-below-region': 'level' },
    called: { en: 'Register a unit', zh: '登记单位' },
    opens: true,
  }),
  route('take-over-unit', TakeOverUnit, decide.takeOverUnit, {
    may: ['record'],
    fromList: true,
    opens: true,
    called: { en: 'Takes a public body over from a list', zh: '由名册接收单位' },
  }),
);
