import type { RegionCode } from '@lookback/kernel';
import { uuidsIn } from '@lookback/log/runtime';
import type { UnitName } from '../public-name.js';

const unitIdOf = uuidsIn('0d6a5b52-6f0e-4d5e-9b07-3f6f4f1c6a11');

/** The id of a unit that a list names: the same for the same county and name. */
export const listedUnitId = (county: RegionCode, name: UnitName): string => unitIdOf(`${county}/${name}`);

/** Registers a unit as a list names it: a name in a county, and nothing that somebody checked. No route asks it. */
export class TakeOverUnit {
  readonly name: UnitName;
  readonly county: RegionCode;

  static from(listed: TakeOverUnit): TakeOverUnit {
    return Object.assign(new TakeOverUnit(), listed);
  }
}
