import { Injectable } from '@nestjs/common';
import { type CalendarDate, type DocumentNumber, History, type Read, type RegionCode, type StreamName, streamName } from '@lookback/kernel';
import { StreamCache } from '@lookback/log/event-log';
import { StandardsInForce } from '@lookback/office/desk';
import { chainOf } from '@lookback/office/registry';
import { type StandardName, standardNames, type Valued } from './catalogue.js';
import { type Proposal, type Standards, standardsChapter } from './standards.decider.js';
import type { StandardsEvent } from './standards.events.js';

/** A standard as it holds in a region: where it was set, since when, and by which document (null: shipped). */
export interface InForce {
  readonly standard: StandardName;
  readonly value: Valued['value'];
  readonly setIn: RegionCode;
  readonly since: CalendarDate;
  readonly document: DocumentNumber | null;
}

interface Kept {
  readonly region: RegionCode;
  readonly history: History;
  readonly read: Read;
}

/** Fills the desk's port: the nearest region of county, city, province and nation that has a standard on a day rules, as known now. */
@Injectable()
export class StandardsFromLog extends StandardsInForce {
  constructor(private readonly histories: StreamCache) {
    super();
  }

  async inForce(
    standard: string,
    region: RegionCode,
    on: CalendarDate,
  ): Promise<{ readonly value: unknown; readonly reads: readonly Read[] } | null> {
    const chain = await this.chain(region);
    const found = nearest(chain, standard, on);
    return found && { value: found.value, reads: chain.map(({ read }) => read) };
  }

  async asRead(
    standard: string,
    reads: readonly Read[],
    on: CalendarDate,
  ): Promise<{ readonly value: unknown; readonly reads: readonly Read[] } | null> {
    const chain = await Promise.all(reads.flatMap((read) => this.keptAt(read) ?? []));
    chain.sort((a, b) => chainOf(b.region).length - chainOf(a.region).length);
    const found = nearest(chain, standard, on);
    return found && { value: found.value, reads: chain.map(({ read }) => read) };
  }

  /** The standards of a region as far as they had come; undefined of a read of something else. */
  private keptAt(read: Read): Promise<Kept> | undefined {
    if (!read.stream.startsWith(streamsOf)) return undefined;
    return this.histories.load(read.stream).then(({ entries, history }) => {
      const asThen = read.revision === entries.length ? history : History.from(entries.slice(0, read.revision));
      return { region: read.stream.slice(streamsOf.length) as RegionCode, history: asThen, read };
    });
  }

  /** Every standard that holds in a region on a day, for display; those that nobody has set are left out. */
  async allInForce(region: RegionCode, on: CalendarDate): Promise<InForce[]> {
    const chain = await this.chain(region);
    return standardNames.flatMap((standard) => nearest(chain, standard, on) ?? []);
  }

  /** All that ever held as one standard in a region, and that will, in the order of the days: each until the next comes into force. */
  async ruling(standard: StandardName, region: RegionCode): Promise<InForce[]> {
    return rulingIn(await this.chain(region), standard);
  }

  /** What will come into force in a region after a day, in the order of the days. */
  async toCome(region: RegionCode, after: CalendarDate): Promise<InForce[]> {
    const chain = await this.chain(region);
    const coming = standardNames.flatMap((standard) => rulingIn(chain, standard).filter(({ since }) => since > after));
    return coming.sort((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0));
  }

  /** What waits in a region for a second person, from whatever day it is proposed. */
  async proposed(region: RegionCode): Promise<Proposal[]> {
    const { history } = await this.histories.load(streamName('standards', region));
    return [...history.folded(standardsChapter).state.proposals.values()];
  }

  /** Nearest first. Each stream asked counts as read, also where it says nothing. */
  private async chain(region: RegionCode): Promise<Kept[]> {
    return Promise.all(
      chainOf(region)
        .filter((code) => code.length <= countyDigits)
        .map(async (code) => {
          const stream: StreamName = streamName('standards', code);
          const known = await this.histories.load(stream);
          return { region: code, history: known.history, read: { stream, revision: known.entries.length } };
        }),
    );
  }
}

const countyDigits = 6;
const streamsOf = 'standards-';

function nearest(chain: readonly Kept[], standard: string, on: CalendarDate): InForce | null {
  for (const { region, history } of chain) {
    const set = history.on(on, standardsChapter).inForce.get(standard as StandardName);
    if (set) return asSet(set, region);
  }
  return null;
}

/** A region that has set a standard keeps to its own: what those above it set later comes into force there no more. */
function rulingIn(chain: readonly Kept[], standard: StandardName): InForce[] {
  let until: CalendarDate | undefined;
  return chain
    .flatMap(({ region, history }) => {
      const own = adoptedIn(history, standard).map((set) => asSet(set, region));
      const ruling = own.filter(({ since }) => until === undefined || since < until);
      until = ruling[0]?.since ?? until;
      return ruling.toReversed();
    })
    .reverse();
}

type Set = Standards['inForce'] extends ReadonlyMap<StandardName, infer Adopted> ? Adopted : never;

/** What a region set, in the order of the days; of two on one day the one recorded later. */
function adoptedIn({ entries }: History, standard: StandardName): Set[] {
  const byDay = new Map<CalendarDate, Set>();
  for (const { by, ...event } of entries) {
    const { type, data } = event as unknown as StandardsEvent;
    if (type === 'StandardAdopted' && data.standard === standard) byDay.set(by.effectiveOn, { ...data, since: by.effectiveOn });
  }
  return [...byDay.values()];
}

const asSet = ({ standard, value, since, document }: Set, setIn: RegionCode): InForce => ({ standard, value, setIn, since, document });
