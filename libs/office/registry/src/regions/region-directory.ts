import type { Entry, EventLog } from '@lookback/log/event-log';
import { asOf, everything, type Moment, type StreamName } from '@lookback/kernel';
import { KnownRegions } from './known-regions.js';
import { countyRegions } from './regions.decider.js';
import type { RegionsEvent } from './regions.events.js';

type Adopted = RegionsEvent['type'];
const opens: readonly Adopted[] = ['RegionsAdopted'];

/** Every county's divisions, folded from their streams. Holds them in memory: some thousands a county. */
export class RegionDirectory {
  /** Divisions as they stand now. */
  newest = new KnownRegions([]);
  private seen = 0;
  private following: Promise<void> = Promise.resolve();
  private readonly histories = new Map<StreamName, Entry[]>();

  private constructor(private readonly log: Pick<EventLog, 'head' | 'readAll' | 'readStream'>) {}

  /** Reads every county's stream. Throws what the log throws. */
  static async load(log: Pick<EventLog, 'head' | 'readAll' | 'readStream'>): Promise<RegionDirectory> {
    const directory = new RegionDirectory(log);
    await directory.refresh();
    return directory;
  }

  /** Takes in what was recorded since: new counties, and new entries of those known. One refresh at a time. */
  refresh(): Promise<void> {
    const next = this.following.catch(() => undefined).then(() => this.follow());
    this.following = next;
    return next;
  }

  /** Divisions as they stood on a day, as it was known then. */
  asOf(moment: Moment): KnownRegions {
    const counties = [...this.histories.values()].map((history) => asOf(countyRegions, history, moment).state);
    return new KnownRegions(counties.flatMap((county) => [...(county?.divisions.values() ?? [])]));
  }

  private async follow(): Promise<void> {
    const head = await this.log.head();
    for await (const batch of this.log.readAll({ after: this.seen, types: opens }))
      for (const { stream } of batch) if (!this.histories.has(stream)) this.histories.set(stream, []);
    this.seen = head;
    for (const [stream, history] of this.histories) history.push(...(await this.log.readStream(stream, { from: history.length + 1 })));
    this.newest = this.asOf(everything);
  }
}
