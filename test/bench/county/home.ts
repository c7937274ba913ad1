import { listedHouseholdId } from '@lookback/case/household';
import type { HouseholdNumber } from '@lookback/case/identification';
import { type Owner, type PersonId, type RegionCode, type Sealed, sealedTo, type UnitId } from '@lookback/kernel';
import { shippedRegions } from '@lookback/office/registry';
import { seeded } from '../../support/random-lives.js';
import type { Officials } from './officials.js';

/** The county whose households they are. */
export const county = '610426' as RegionCode;
const villages = shippedRegions()
  .flatMap(({ divisions }) => divisions)
  .filter(({ code, level }) => level === 'village' && code.startsWith(county))
  .map(({ code }) => code);
/** The townships in which they lie. */
export const townships = [...new Set(villages.map((village) => village.slice(0, 9) as RegionCode))];

/** What of a household never changes: who it is, where it lies, who helps it. */
export interface Home {
  readonly nth: number;
  readonly stream: string;
  readonly number: HouseholdNumber;
  readonly place: { readonly county: RegionCode; readonly township: RegionCode; readonly village: RegionCode };
  /** How many people it begins with. */
  readonly size: number;
  readonly helps: readonly [Helps, Helps];
  /** A whole number from 0 up to, but not, `most`: what happens to it is drawn from these, one after the other. */
  readonly below: (most: number) => number;
  /** Under the household's own key. */
  readonly seal: <T>(value: T) => Sealed<T>;
}

interface Helps {
  readonly person: PersonId;
  readonly unit: UnitId;
}

/** The nth household of a county, from 0. */
export function homeOf(nth: number, seed: number, officials: Officials): Home {
  const random = seeded(seed * 1_000_033 + nth);
  const below = (most: number) => Math.floor(random() * most);
  const village = villages[nth % villages.length] as RegionCode;
  const number = `${village}${String(nth + 1).padStart(6, '0')}` as HouseholdNumber;
  const id = listedHouseholdId(county, number);
  const helps = (which: number): Helps => ({
    person: officials.people[which] as PersonId,
    unit: officials.unitOf(which),
  });
  return {
    nth,
    stream: `household-${id}`,
    number,
    place: { county, township: village.slice(0, 9) as RegionCode, village },
    size: 1 + below(7),
    helps: [helps(below(officials.people.length)), helps(below(officials.people.length))],
    below,
    seal: sealedTo(`household-${id}` as Owner),
  };
}
