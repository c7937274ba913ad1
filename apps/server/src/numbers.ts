import { LedgerQuery } from '@lookback/case/rectification';
import type { CalendarDate, RegionCode } from '@lookback/kernel';
import { EventLog } from '@lookback/log/event-log';
import { anySubject, Clock, Desk, readerRights, regionsWith, type Principal, StandardsInForce, streamOf } from '@lookback/office/desk';
import {
  around,
  patternsIn,
  ReserveNumber,
  series,
  seriesEvents,
  seriesIdOf,
  type SeriesKind,
  type SeriesNumber,
} from '@lookback/office/series';
import { Injectable } from '@nestjs/common';
import type { NumberAsked, NumberReserved, NumberStanding, NumberStands } from './http/numbers.dto.js';
import { ReadModelPosition } from './reads/read-model-position.js';

/** Numbers that the office gives, and where those stand that somebody typed. */
@Injectable()
export class Numbers {
  private readonly last = new Map<string, Promise<void>>();

  constructor(
    private readonly desk: Desk,
    private readonly log: EventLog,
    private readonly ledger: LedgerQuery,
    private readonly standards: StandardsInForce,
    private readonly reached: ReadModelPosition,
    private readonly clock: Clock,
  ) {}

  /** The next number of a kind, county and year, reserved under the key: asked again under it, the same. Throws what the desk throws. */
  async reserve(
    kind: SeriesKind,
    { region, year = Number(this.clock.today().slice(0, 4)) }: NumberAsked,
    who: Principal,
    key: string,
  ): Promise<NumberReserved> {
    const [county, today] = [region.slice(0, 6) as RegionCode, this.clock.today()];
    const id = seriesIdOf(county, kind, year);
    return this.inTurn(id, () => this.next({ id, county, kind, year, today }, who, key));
  }

  private async next(
    { id, county, kind, year, today }: { id: string; county: RegionCode; kind: SeriesKind; year: number; today: CalendarDate },
    who: Principal,
    key: string,
  ): Promise<NumberReserved> {
    const before = await this.given(id, ({ key: of }) => of === `${who.account}/${key}`);
    if (before) return before;
    const above = await this.ledger.highest(county, kind, around(await this.pattern(kind, county, today), year));
    const command = ReserveNumber.of({ county, kind, year, above });
    const { revision } = await this.desk.submit({
      subject: anySubject(series),
      id,
      command,
      envelope: { effectiveOn: today },
      who,
      key,
    });
    const given = await this.given(id, (entry) => entry.revision === revision);
    if (!given) throw new Error(`the number that series ${id} gave is not in its stream`);
    return given;
  }

  /** One after another in this process: whoever asks at once would only be decided anew. */
  private inTurn(id: string, ask: () => Promise<NumberReserved>): Promise<NumberReserved> {
    const asked = (this.last.get(id) ?? Promise.resolve()).then(ask);
    const settled = asked.then(
      () => undefined,
      () => undefined,
    );
    this.last.set(id, settled);
    return asked;
  }

  /** Whether a number stands in the county already; where, as far as the asker may look. */
  async standing({ number, region }: NumberStanding, who: Principal): Promise<NumberStands> {
    await this.reached.position();
    const county = region.slice(0, 6) as RegionCode;
    const [stands, seen] = await Promise.all([
      this.ledger.standing(number, county, ['CN' as RegionCode]),
      this.ledger.standing(number, county, regionsWith(who, readerRights)),
    ]);
    return { stands: stands.length > 0, places: seen };
  }

  private async given(
    id: string,
    is: (entry: { readonly key: string; readonly revision: number }) => boolean,
  ): Promise<NumberReserved | undefined> {
    const entry = (await this.log.readStream(streamOf(series, id))).find(is);
    if (entry?.type !== seriesEvents.numberReserved.type) return undefined;
    return { number: (entry.data as { readonly number: SeriesNumber }).number };
  }

  private async pattern(kind: SeriesKind, county: RegionCode, on: CalendarDate): Promise<string> {
    const set = await this.standards.inForce('number-patterns', county, on);
    return patternsIn({ 'number-patterns': set?.value })[kind];
  }
}
