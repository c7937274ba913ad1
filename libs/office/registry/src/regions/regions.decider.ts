import { type Chapter, type Decision, type RegionCode, streamName } from '@lookback/kernel';
import type * as ask from './regions.commands.js';
import * as did from './regions.events.js';
import type { Division, RegionsEvent } from './regions.events.js';
import { refuseFaulty, refuseIf, refuseOutside } from './regions.rules.js';

/** The divisions of one county, with those above it, by code; null before it has any. */
export interface CountyRegions {
  readonly county: RegionCode;
  readonly divisions: ReadonlyMap<RegionCode, Division>;
  /** Those of earlier lists that the newest no longer has, as they were called last. */
  readonly former: ReadonlyMap<RegionCode, Division>;
}

export const adoptRegions: Decision<ask.AdoptRegions, CountyRegions | null, RegionsEvent> = (
  adopted,
  { county, source, divisions },
  { subject },
) => {
  refuseIf(adopted !== null && areTheSame(adopted.divisions, divisions), 'regions.adopted-already', { county });
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
    /** Each list is whole: from its day on it stands in the place of the one before. */
    RegionsAdopted: (before, { county, divisions }) => {
      const listed = new Map(divisions.map((division) => [division.code, division]));
      const gone = [...(before?.former ?? []), ...(before?.divisions ?? [])].filter(([code]) => !listed.has(code));
      return { county, divisions: listed, former: new Map(gone) };
    },
  },
};

const areTheSame = (adopted: ReadonlyMap<RegionCode, Division>, divisions: readonly Division[]): boolean =>
  adopted.size === divisions.length && divisions.every(({ code, name }) => adopted.get(code)?.name === name);
