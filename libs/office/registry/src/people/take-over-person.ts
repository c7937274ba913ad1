import type { RegionCode } from '@lookback/kernel';
import { uuidsIn } from '@lookback/log/runtime';

const personIdOf = uuidsIn('c2b1a8f4-0f3d-4b6e-8f57-9d7f1f0e2b64');

/** The id of a person whom a list names: the same for the same county and keyed hash; `hashed` is what `Keys.lookup` says, so that nobody can guess at it. */
export const listedPersonId = (county: RegionCode, hashed: string): string => personIdOf(`${county}/${hashed}`);

/** Registers a person as a list names them, the identity unconfirmed. No route asks it. */
export class TakeOverPerson {
  readonly name: string;
  readonly phone: string | null;
  readonly county: RegionCode;

  static from(listed: TakeOverPerson): TakeOverPerson {
    return Object.assign(new TakeOverPerson(), listed);
  }
}
