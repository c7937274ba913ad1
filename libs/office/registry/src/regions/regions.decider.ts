import { type Chapter, type Decision, type RegionCode, streamName } from '@lookback/kernel';
import type * as ask from './regions.commands.js';
import * as did from './regions.events.js';
import type { Division, RegionsEvent } from './regions.events.js';
import { refuseFaulty, refuseIf, refuseOutside } from './regions.rules.js';

/** The divisions of one county, with those above it, by code; null before it has any. */
export interface CountyRegions {
  readonly county: RegionCode;
  readonly divisions: ReadonlyMap<RegionCode, Division>;
}

export const adoptRegions: Decision<ask.AdoptRegions, CountyRegions | null, RegionsEvent> = (
  adopted,
  { county, source, divisions },
  { subject },
) => {
  refuseIf(adopted !== null, 'regions.adopted-already', { county });
  refuseIf(subject !== streamName('regions', county), 'regions.other-county', { county });
  const listed = new Set<RegionCode>();
  for (const { code } of divisions) {
    refuseIf(listed.has(code), 'regions.code-twice', { code });
    listed.add(code);
  }
  refuseIf(!listed.has(county), 'regions.county-absent', { county });
  for (const division of divisions) {
    refuseFaulty(division, listed);
    refuseOutside(division, county);
  }
  return [did.regionsAdopted({ county, source, divisions })];
};

export const countyRegions: Chapter<CountyRegions | null, RegionsEvent> = {
  initial: null,
  evolve: {
    RegionsAdopted: (_, { county, divisions }) => ({ county, divisions: new Map(divisions.map((division) => [division.code, division])) }),
  },
};
