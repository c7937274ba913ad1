import type { RegionCode } from '@lookback/kernel';
import { chainOf, nation } from './region-code.js';
import { comparable, stem } from './region-names.js';
import type { Division } from './regions.events.js';

/** Divisions as they stood at one moment, and how to find them. */
export class KnownRegions {
  private readonly byCode: ReadonlyMap<RegionCode, Division>;
  private readonly byParent = new Map<RegionCode, Division[]>();
  private readonly counties: readonly Division[];

  /** `former` are those that are divisions no longer: they are called as they were, and found no more. */
  constructor(
    divisions: Iterable<Division>,
    private readonly former: ReadonlyMap<RegionCode, Division> = new Map(),
  ) {
    this.byCode = new Map([...divisions].map((division) => [division.code, division]));
    const all = [...this.byCode.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
    for (const { code } of [{ code: nation }, ...all]) this.byParent.set(code, []);
    for (const division of all) this.byParent.get(division.parent)?.push(division);
    this.counties = all.filter(({ level }) => level === 'county');
  }

  /** What a division is called, or was called last; undefined where it is not known. */
  name(code: RegionCode): string | undefined {
    return code === nation ? '全国' : (this.byCode.get(code) ?? this.former.get(code))?.name;
  }

  /** The division that one lies in directly; undefined for the nation and for what is not known. */
  parent(code: RegionCode): RegionCode | undefined {
    return this.byCode.get(code)?.parent;
  }

  /** The divisions directly below one, in the order of their codes. */
  children(code: RegionCode): readonly Division[] {
    return this.byParent.get(code) ?? [];
  }

  /** A known division and all that it lies in, `[village, township, county, city, province, CN]`; none where it is not known. */
  chain(code: RegionCode): RegionCode[] {
    return code === nation || this.byCode.has(code) ? chainOf(code) : [];
  }

  /** The counties that lie in some regions, and those in which these lie. */
  countiesIn(regions: readonly RegionCode[]): RegionCode[] {
    const codes = this.counties.map(({ code }) => code);
    return codes.filter((county) => regions.some((region) => chainOf(county).includes(region) || chainOf(region).includes(county)));
  }

  /** The county of a name or a code; null where there is none, or more than one. */
  countyNamed(nameOrCode: string): RegionCode | null {
    const sought = comparable(nameOrCode);
    return only(this.counties.filter(({ code, name }) => code === sought || comparable(name) === sought));
  }

  /** The township of a name in a county; null where there is none, or more than one. */
  townshipNamed(county: RegionCode, name: string): RegionCode | null {
    const sought = comparable(name);
    return only(this.children(county).filter((township) => comparable(township.name) === sought));
  }

  /**
   * The village that a list names by county (name or code), township and village; null where there is none.
   * Spaces and widths do not matter; 村, 村委会 and 社区 may differ or be missing where only one village can be meant.
   */
  villageNamed(county: string, township: string, village: string): RegionCode | null {
    const inCounty = this.countyNamed(county);
    return inCounty && this.villageIn(inCounty, township, village);
  }

  /** The same of a list that names no county, in some counties; null where there is none, or more than one. */
  villageInOneOf(counties: readonly RegionCode[], township: string, village: string): RegionCode | null {
    const [found = null, ...others] = counties.flatMap((county) => this.villageIn(county, township, village) ?? []);
    return others.length === 0 ? found : null;
  }

  private villageIn(county: RegionCode, township: string, village: string): RegionCode | null {
    const inTownship = this.townshipNamed(county, township);
    if (!inTownship) return null;
    const villages = this.children(inTownship);
    const exact = villages.filter(({ name }) => comparable(name) === comparable(village));
    return only(exact.length > 0 ? exact : villages.filter(({ name }) => stem(name) === stem(village)));
  }
}

const only = (found: readonly Division[]): RegionCode | null => (found.length === 1 ? (found[0]?.code ?? null) : null);
