import type { Decision } from '@lookback/kernel';
import type { Unit } from './unit.chapter.js';
import type * as ask from './unit.commands.js';
import * as did from './unit.events.js';
import type { UnitEvent } from './unit.events.js';
import { refuse, refuseLevelBelow } from './unit.rules.js';
import type { TakeOverUnit } from './take-over-unit.js';

export const registerUnit: Decision<ask.RegisterUnit, Unit | null, UnitEvent> = (known, { name, kind, region, level }) => {
  if (known) refuse('unit.registered-already', { name: known.name });
  refuseLevelBelow(region, level);
  return [did.unitRegistered({ name, kind, region, level })];
};

/** A list says no kind; a body of the county is what it is taken for until somebody registers it. */
export const takeOverUnit: Decision<TakeOverUnit, Unit | null, UnitEvent> = (known, { name, county }) => {
  if (known) refuse('unit.registered-already', { name: known.name });
  return [did.unitRegistered({ name, kind: 'other', region: county, level: 'county' })];
};
