import type { RegionCode } from '@lookback/kernel';
import { uuidsIn } from '@lookback/log/runtime';
import type { UnitName } from './public-name.js';

const unitIdOf = uuidsIn('0d6a5b52-6f0e-4d5e-9b07-3f6f4f1c6a11');
const personIdOf = uuidsIn('c2b1a8f4-0f3d-4b6e-8f57-9d7f1f0e2b64');

/** The id of a unit that a list names: the same for the same county and name. */
export const listedUnitId = (county: RegionCode, name: UnitName): string => unitIdOf(`${county}/${name}`);

/** The id of a person whom a list names: the same for the same county and keyed hash; `hashed` is what `Keys.lookup` says, so that nobody can guess at it. */
export const listedPersonId = (county: RegionCode, hashed: string): string => personIdOf(`${county}/${hashed}`);

/** Registers a unit as a list names it: a name in a county, and nothing that somebody checked. No route asks it. */
export class TakeOverUnit {
  readonly name: UnitName;
  readonly county: RegionCode;

  static of(listed: TakeOverUnit): TakeOverUnit {
    return Object.assign(new TakeOverUnit(), listed);
  }
}

/** Registers a person as a list names him, his identity unconfirmed. No route asks it. */
export class TakeOverPerson {
  readonly name: string;
  readonly phone: string | null;
  readonly county: RegionCode;

  static of(listed: TakeOverPerson): TakeOverPerson {
    return Object.assign(new TakeOverPerson(), listed);
  }
}
