import { identificationCodes as codes } from '@lookback/case/identification';
import { standingCodes } from '@lookback/case/standing';
import { type Breakdown, HouseholdQuery, householdsRegister } from '@lookback/case/household';
import { type InBoth, type RegionCode } from '@lookback/kernel';
import { Clock, countsOf, Parts, type Principal, type Sees } from '@lookback/office/desk';
import { RegionDirectory } from '@lookback/office/registry';
import { Injectable } from '@nestjs/common';
import type { CountLine, HouseholdCounts, HouseholdFilter } from './households.dto.js';
import { calledApart, CountyLists } from '../lists/county-lists.js';
import { ReadModelPosition } from '../moment/read-model-position.js';

/** Answers how many households there are, from the read models. */
@Injectable()
export class HouseholdReads {
  constructor(
    private readonly query: HouseholdQuery,
    private readonly regions: RegionDirectory,
    private readonly readModelPosition: ReadModelPosition,
    private readonly lists: CountyLists,
    private readonly clock: Clock,
    private readonly parts: Parts,
  ) {}

  async counts({ cause, ...rest }: HouseholdFilter, who: Principal): Promise<HouseholdCounts> {
    const filter = { ...rest, cause: await this.lists.wanted('cause-codes', cause, who) };
    const position = await this.readModelPosition.position();
    const sees = countsOf(who, this.parts.withRowsIn(householdsRegister));
    const by = async (breakdown: Breakdown, word: (key: string) => InBoth | undefined): Promise<CountLine[]> =>
      (await this.query.count(filter, breakdown, sees)).map((count) => ({
        ...count,
        ...noList,
        ...(count.key === null ? wordless : (word(count.key) ?? wordless)),
      }));
    const regions = this.regions.on(this.clock.today());
    const region = (code: string) => both(regions.name(code as RegionCode));
    const byStanding = await by('standing', (key) => (standingCodes.standings as Words)[key]);
    const [byTownship, byVillage, byCause, byAttribute] = await Promise.all([
      by('township', region),
      by('village', region),
      this.byCause(filter, who, sees),
      by('attribute', (key) => (codes.attributes as Words)[key]),
    ]);
    const sum = (of: 'households' | 'people') => byStanding.reduce((total, line) => total + line[of], 0);
    return { position, households: sum('households'), people: sum('people'), byTownship, byVillage, byCause, byAttribute, byStanding };
  }

  private async byCause(filter: Parameters<HouseholdQuery['countByCause']>[0], who: Principal, sees: Sees): Promise<CountLine[]> {
    const lists = await this.lists.inPlay('cause-codes', who, filter.region);
    const counts = await this.query.countByCause(filter, lists.ruled, sees);
    return calledApart(counts, lists, (a, b) => ({ ...a, households: a.households + b.households, people: a.people + b.people }));
  }
}

const wordless = { en: null, zh: null };
const noList = { setIn: null, since: null };
type Words = Readonly<Record<string, InBoth | undefined>>;
const both = (name: string | null | undefined): InBoth | undefined => (name ? { en: name, zh: name } : undefined);
