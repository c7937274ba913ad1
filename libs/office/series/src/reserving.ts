import type { CalendarDate, RegionCode } from '@lookback/kernel';
import { type Entry, EventLog } from '@lookback/log/event-log';
import { anySubject, askedUnder, type InternalAsker, Clock, Desk, StandardsInForce, streamOf } from '@lookback/office/desk';
import { Injectable } from '@nestjs/common';
import { around, type Around, highestOf, type SeriesKind, type SeriesNumber } from './series.codes.js';
import { ReserveNumbers } from './series.commands.js';
import { patternsIn } from './series.decider.js';
import { numbersReserved, type SeriesEvent } from './series.events.js';
import { series, seriesIdOf } from './series.js';

/** Which numbers stand already, reserved or typed. Filled by what is numbered. */
export abstract class NumbersStanding {
  /** The highest n among the numbers of a county that begin and end so; 0 where there is none. */
  abstract highest(county: RegionCode, kind: SeriesKind, around: Around): Promise<number>;
}

/** So many numbers of a kind, county and year. */
export interface NumberRun {
  readonly county: RegionCode;
  readonly kind: SeriesKind;
  readonly year: number;
  readonly count: number;
  /** Numbers that somebody is about to record: they too are passed by. */
  readonly besides?: Iterable<string> | undefined;
}

interface Reserved {
  readonly numbers: readonly SeriesNumber[];
  /** Where the log has it; null where it was answered before, and nothing was added. */
  readonly position: number | null;
}

/** Numbers that the office gives: each once, however many are asked at once, on however many servers. */
@Injectable()
export class Reserving {
  private readonly last = new Map<string, Promise<void>>();

  constructor(
    private readonly desk: Desk,
    private readonly log: EventLog,
    private readonly standing: NumbersStanding,
    private readonly standards: StandardsInForce,
    private readonly clock: Clock,
  ) {}

  /** The next numbers of a series, reserved under the key: asked again under it, the same. Throws what the desk throws. */
  async reserve(run: NumberRun, who: InternalAsker, key: string): Promise<Reserved> {
    const id = seriesIdOf(run.county, run.kind, run.year);
    return this.inTurn(id, () => this.next(id, run, who, key));
  }

  private async next(id: string, { besides = [], ...run }: NumberRun, who: InternalAsker, key: string): Promise<Reserved> {
    const before = await this.given(id, (entry) => entry.key === askedUnder(who, key));
    if (before) return { numbers: before, position: null };
    const today = this.clock.today();
    const affixes = around(await this.pattern(run, today), run.year);
    const above = Math.max(highestOf(besides, affixes), await this.standing.highest(run.county, run.kind, affixes));
    const { revision, position } = await this.desk.submit({
      subject: anySubject(series),
      id,
      command: ReserveNumbers.from({ ...run, above }),
      envelope: { effectiveOn: today },
      who,
      key,
    });
    const numbers = await this.given(id, (entry) => entry.revision === revision);
    if (!numbers) throw new Error(`the numbers that series ${id} gave are not in its stream`);
    return { numbers, position };
  }

  /** One after another in this process: of two who ask under one key at once, the second is given what the first was. */
  private inTurn(id: string, ask: () => Promise<Reserved>): Promise<Reserved> {
    const pending = (this.last.get(id) ?? Promise.resolve()).then(ask);
    const settled = pending.then(
      () => undefined,
      () => undefined,
    );
    this.last.set(id, settled);
    return pending;
  }

  private async given(id: string, is: (entry: Entry) => boolean): Promise<readonly SeriesNumber[] | undefined> {
    const entry = (await this.log.readStream(streamOf(series, id))).find(is);
    return entry?.type === numbersReserved.type ? (entry as Entry & SeriesEvent).data.numbers : undefined;
  }

  private async pattern({ kind, county }: Pick<NumberRun, 'kind' | 'county'>, on: CalendarDate): Promise<string> {
    const set = await this.standards.inForce('number-patterns', county, on);
    return patternsIn({ 'number-patterns': set?.value })[kind];
  }
}
