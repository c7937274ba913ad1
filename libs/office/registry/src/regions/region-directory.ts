import type { Entry, EventLog } from '@lookback/log/event-log';
import { asOf, type CalendarDate, everything, type Moment, resolve, type StreamName } from '@lookback/kernel';
import { KnownRegions } from './known-regions.js';
import { countyRegions } from './regions.decider.js';
import type { RegionsEvent } from './regions.events.js';

type Adopted = RegionsEvent['type'];
const opens: readonly Adopted[] = ['RegionsAdopted'];

/** Every county's divisions, folded from their streams. Holds them in memory: some thousands a county. */
export class RegionDirectory {
  private seen = 0;
  private following: Promise<void> = Promise.resolve();
  private readonly histories = new Map<StreamName, Entry[]>();
  /** The days on which divisions come into force, ascending. */
  private days: CalendarDate[] = [];
  /** By the last of these days. */
  private known = new Map<CalendarDate | undefined, KnownRegions>();

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

  /** Divisions as they stand on a day, as known now: those adopted for a later day are not among them. */
  on(day: CalendarDate): KnownRegions {
    const since = this.days.findLast((adopted) => adopted <= day);
    let known = this.known.get(since);
    if (!known) this.known.set(since, (known = this.asOf({ effective: since ?? day, known: everything.known })));
    return known;
  }

  /** Divisions as they stood on a day, as it was known then. */
  asOf(moment: Moment): KnownRegions {
    const counties = [...this.histories.values()].flatMap((history) => asOf(countyRegions, history, moment).state ?? []);
    const former = new Map(counties.flatMap((county) => [...county.former]));
    return new KnownRegions(
      counties.flatMap(({ divisions }) => [...divisions.values()]),
      former,
    );
  }

  private async follow(): Promise<void> {
    const head = await this.log.head();
    for await (const batch of this.log.readAll({ after: this.seen, types: opens }))
      for (const { stream } of batch) if (!this.histories.has(stream)) this.histories.set(stream, []);
    this.seen = head;
    for (const [stream, history] of this.histories) history.push(...(await this.log.readStream(stream, { from: history.length + 1 })));
    this.days = [...new Set([...this.histories.values()].flatMap(daysOf))].sort();
    this.known = new Map();
  }
}

const daysOf = (history: readonly Entry[]): CalendarDate[] => resolve(history, everything).entries.map(({ by }) => by.effectiveOn);
