import type { Attribution, CalendarDate, RegionCode } from '@lookback/kernel';
import { refuse } from './desk.rules.js';
import type { StandardsInForce } from './ports.js';

/** What of a run's opening says which standards the run froze: what that had read, and its day. */
export type RunOpening = Pick<Attribution, 'reads' | 'effectiveOn'>;

/** A standard as it was when a run was opened, with every stream that was asked then. Refuses by name where it was not set. */
export const frozenStandard = async (
  standards: StandardsInForce,
  standard: string,
  { reads, effectiveOn: on }: RunOpening,
  region: RegionCode,
) => (await standards.asRead(standard, reads, on)) ?? refuse('desk.standard-missing', { standard, region, on });

/** A standard as it holds in a region on a day, with every stream that was asked. Refuses by name where nobody has set it. */
export const needStandard = async (standards: StandardsInForce, standard: string, region: RegionCode, on: CalendarDate) =>
  (await standards.inForce(standard, region, on)) ?? refuse('desk.standard-missing', { standard, region, on });
