import type { RegionCode } from '@lookback/kernel';
import { EventLog } from '@lookback/log/event-log';
import { Clock, everyRight, placesWith, Posts, type Principal } from '@lookback/office/desk';
import { type KnownRegions, nation, RegionDirectory } from '@lookback/office/registry';
import { momentOf } from '@lookback/review/history';
import { Injectable } from '@nestjs/common';
import type { RegionShown, RegionsAsked, RegionsShown } from './regions.dto.js';
import { hasRegionAccess } from './region-access.js';

/** Answers which divisions there are. */
@Injectable()
export class RegionReads {
  constructor(
    private readonly log: EventLog,
    private readonly regions: RegionDirectory,
    private readonly clock: Clock,
    private readonly posts: Posts,
  ) {}

  async within({ region, ...query }: RegionsAsked, who: Principal): Promise<RegionsShown> {
    const moment = await momentOf(query, this.log, this.clock);
    const own = await placesWith(who, everyRight, this.posts);
    const regions = below(this.regions.asOf(moment), nation)
      .filter(({ code }) => hasRegionAccess(code, own) && (region === undefined || hasRegionAccess(code, [region])))
      .sort((a, b) => (a.code < b.code ? -1 : 1));
    return { asOf: { at: moment.effective, known: `@${moment.known}` }, regions };
  }
}

/** All that lies in a region. */
const below = (known: KnownRegions, region: RegionCode): RegionShown[] =>
  known.children(region).flatMap((division) => [division, ...below(known, division.code)]);
