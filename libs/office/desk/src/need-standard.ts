import type { CalendarDate, RegionCode } from '@lookback/kernel';
import { refuse } from './desk.rules.js';
import type { StandardsInForce } from './ports.js';

/** A standard as it holds in a region on a day, with every stream that was asked. Refuses by name where nobody has set it. */
export const needStandard = async (standards: StandardsInForce, standard: string, region: RegionCode, on: CalendarDate) =>
  (await standards.inForce(standard, region, on)) ?? refuse('desk.standard-missing', { standard, region, on });
