import type { CalendarDate, RegionCode } from '@lookback/kernel';
import type { StandardsInForce } from '@lookback/office/desk';
import type { Ladder } from './reminder-ladder.js';

/** The reminder ladders of counties on a day, each asked for once. Null where none is set. */
export class Ladders {
  private readonly loaded = new Map<RegionCode, Promise<Ladder | null>>();

  constructor(
    private readonly standards: StandardsInForce,
    private readonly on: CalendarDate,
  ) {}

  find(county: RegionCode): Promise<Ladder | null> {
    let ladder = this.loaded.get(county);
    if (!ladder) this.loaded.set(county, (ladder = this.ask(county)));
    return ladder;
  }

  private async ask(county: RegionCode): Promise<Ladder | null> {
    return ((await this.standards.inForce('reminder-ladder', county, this.on))?.value ?? null) as Ladder | null;
  }
}
