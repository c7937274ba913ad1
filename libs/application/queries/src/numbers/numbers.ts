import { LedgerQuery, problemsRegister } from '@lookback/case/rectification';
import type { RegionCode } from '@lookback/kernel';
import { Clock, Parts, type Principal, seesOf } from '@lookback/office/desk';
import { Reserving, type SeriesKind } from '@lookback/office/series';
import { Injectable } from '@nestjs/common';
import type { NumberAsked, NumberReserved, NumberStanding, NumberStands } from './numbers.dto.js';
import { ReadModelPosition } from '../moment/read-model-position.js';

/** Numbers that the office gives, and where those stand that somebody typed. */
@Injectable()
export class Numbers {
  constructor(
    private readonly reserving: Reserving,
    private readonly ledger: LedgerQuery,
    private readonly readModelPosition: ReadModelPosition,
    private readonly clock: Clock,
    private readonly parts: Parts,
  ) {}

  /** The next number of a kind, county and year, reserved under the key: asked again under it, the same. Throws what the desk throws. */
  async reserve(
    kind: SeriesKind,
    { region, year = Number(this.clock.today().slice(0, 4)) }: NumberAsked,
    who: Principal,
    key: string,
  ): Promise<NumberReserved> {
    const county = region.slice(0, 6) as RegionCode;
    const { numbers } = await this.reserving.reserve({ county, kind, year, count: 1 }, who, key);
    const [number] = numbers;
    if (number === undefined) throw new Error(`under ${key} no number was reserved`);
    return { number };
  }

  /** Whether a number stands in the county already; where, as far as the asker may look. */
  async standing({ number, region }: NumberStanding, who: Principal): Promise<NumberStands> {
    await this.readModelPosition.position();
    const county = region.slice(0, 6) as RegionCode;
    const subjects = this.parts.withRowsIn(problemsRegister);
    const [stands, seen] = await Promise.all([
      this.ledger.standing(number, county, seesOf(null, subjects)),
      this.ledger.standing(number, county, seesOf(who, subjects)),
    ]);
    return { stands: stands.length > 0, places: seen };
  }
}
