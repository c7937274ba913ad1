import { event, type EventIn, type Level, type RegionCode, says } from '@lookback/kernel';
import type { UnitName } from '../public-name.js';
import type { UnitKind } from './unit.codes.js';

/** A public body came on record: a department, a township, a team; of which kind, where, and of which level. */
export const unitRegistered = event('UnitRegistered', 'fact', says<{ name: UnitName; kind: UnitKind; region: RegionCode; level: Level }>());

export type UnitEvent = EventIn<typeof import('./unit.events.js')>;
