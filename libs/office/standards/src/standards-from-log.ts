import { Injectable } from '@nestjs/common';
import { type CalendarDate, type DocumentNumber, type Read, type RegionCode, type StreamName, streamName } from '@lookback/kernel';
import { StreamCache } from '@lookback/log/event-log';
import { StandardsInForce } from '@lookback/office/desk';
import { chainOf } from '@lookback/office/registry';
import { type StandardName, standardNames, type Valued } from './catalogue.js';
import { type Proposal, type Standards, standardsChapter } from './standards.decider.js';

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
  readonly state: Standards;
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
    const chain = await this.chain(region, on);
    const found = nearest(chain, standard);
    return found && { value: found.value, reads: chain.map(({ read }) => read) };
  }

  /** Every standard that holds in a region on a day, for display; those that nobody has set are left out. */
  async allInForce(region: RegionCode, on: CalendarDate): Promise<InForce[]> {
    const chain = await this.chain(region, on);
    return standardNames.flatMap((standard) => nearest(chain, standard) ?? []);
  }

  /** What waits in a region for a second person, from whatever day it is proposed. */
  async proposed(region: RegionCode): Promise<Proposal[]> {
    const { history } = await this.histories.load(streamName('standards', region));
    return [...history.folded(standardsChapter).state.proposals.values()];
  }

  /** Nearest first. Each stream asked counts as read, also where it says nothing. */
  private async chain(region: RegionCode, on: CalendarDate): Promise<Kept[]> {
    return Promise.all(
      chainOf(region)
        .filter((code) => code.length <= countyDigits)
        .map(async (code) => {
          const stream: StreamName = streamName('standards', code);
          const known = await this.histories.load(stream);
          return { region: code, state: known.history.on(on, standardsChapter), read: { stream, revision: known.entries.length } };
        }),
    );
  }
}

const countyDigits = 6;

function nearest(chain: readonly Kept[], standard: string): InForce | null {
  for (const { region, state } of chain) {
    const set = state.inForce.get(standard as StandardName);
    if (set) return { standard: set.standard, value: set.value, setIn: region, since: set.since, document: set.document };
  }
  return null;
}
