import { identificationCodes as codes } from '@lookback/case/identification';
import { standingCodes } from '@lookback/case/standing';
import { type Breakdown, household, HouseholdQuery } from '@lookback/case/household';
import { asOf, type InBoth, type RegionCode } from '@lookback/kernel';
import { EventLog } from '@lookback/log/event-log';
import { Clock, Parts, readerRights, regionsWith, type Principal, SubjectAbsent } from '@lookback/office/desk';
import { RegionDirectory } from '@lookback/office/registry';
import { ListsFromLog } from '@lookback/office/standards';
import { householdFile, type HouseholdFileShown, type HouseholdHistory, momentOf, namedInFile, narrate } from '@lookback/review/history';
import { Injectable } from '@nestjs/common';
import type { CountLine, HouseholdCounts, HouseholdFilter, HouseholdPage, HouseholdSearch } from './households.dto.js';
import type { KnownAsked, MomentAsked } from '../moment/moment.dto.js';
import { NameDirectory } from '../names/name-directory.js';
import { calledApart, CountyLists } from '../lists/county-lists.js';
import { householdLines } from './household-lines.js';
import { OpenedHouseholds } from './opened-households.js';
import { ReadModelPosition } from '../moment/read-model-position.js';

const limitUnlessSaid = 50;

/** Answers about households: files and histories from the log itself, lists and counts from the read models. */
@Injectable()
export class HouseholdReads {
  constructor(
    private readonly log: EventLog,
    private readonly query: HouseholdQuery,
    private readonly opened: OpenedHouseholds,
    private readonly names: NameDirectory,
    private readonly regions: RegionDirectory,
    private readonly readModelPosition: ReadModelPosition,
    private readonly lists: CountyLists,
    private readonly words: ListsFromLog,
    private readonly clock: Clock,
    private readonly parts: Parts,
  ) {}

  async search({ limit = limitUnlessSaid, cause, ...rest }: HouseholdSearch, who: Principal): Promise<HouseholdPage> {
    const wanted = { ...rest, cause: await this.lists.wanted('cause-codes', cause, who) };
    const position = await this.readModelPosition.position();
    const within = regionsWith(who, readerRights);
    const [total, found] = await Promise.all([this.query.total(wanted, within), this.query.find({ ...wanted, limit: limit + 1 }, within)]);
    const households = await householdLines(found.slice(0, limit), this.words);
    return { position, total, households, next: found.length > limit ? (households.at(-1)?.number ?? null) : null };
  }

  async counts({ cause, ...rest }: HouseholdFilter, who: Principal): Promise<HouseholdCounts> {
    const filter = { ...rest, cause: await this.lists.wanted('cause-codes', cause, who) };
    const position = await this.readModelPosition.position();
    const within = regionsWith(who, readerRights);
    const by = async (breakdown: Breakdown, word: (key: string) => InBoth | undefined): Promise<CountLine[]> =>
      (await this.query.count(filter, breakdown, within)).map((count) => ({
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
      this.byCause(filter, who),
      by('attribute', (key) => (codes.attributes as Words)[key]),
    ]);
    const sum = (of: 'households' | 'people') => byStanding.reduce((total, line) => total + line[of], 0);
    return { position, households: sum('households'), people: sum('people'), byTownship, byVillage, byCause, byAttribute, byStanding };
  }

  private async byCause(filter: Parameters<HouseholdQuery['countByCause']>[0], who: Principal): Promise<CountLine[]> {
    const lists = await this.lists.inPlay('cause-codes', who, filter.region);
    const counts = await this.query.countByCause(filter, lists.ruled, regionsWith(who, readerRights));
    return calledApart(counts, lists, (a, b) => ({ ...a, households: a.households + b.households, people: a.people + b.people }));
  }

  async file(id: string, query: MomentAsked, who: Principal | null): Promise<HouseholdFileShown> {
    const moment = await momentOf(query, this.log, this.clock);
    const { household: key, history, sight } = await this.opened.open(id, who);
    const at = asOf(household, history, moment);
    const file = householdFile(key, at, moment, { sight, names: await this.names.load(namedInFile(at.state), moment) });
    if (!file) throw new SubjectAbsent(household.name, `${id} (${moment.effective}, @${moment.known})`);
    return file;
  }

  async history(id: string, query: KnownAsked, who: Principal | null): Promise<HouseholdHistory> {
    const { known } = await momentOf(query, this.log, this.clock);
    const { household: key, history } = await this.opened.open(id, who);
    const by = { sentences: this.parts.sentences, names: await this.names.in(history) };
    return { id: key, known: `@${known}`, entries: narrate(history, known, by) };
  }
}

const wordless = { en: null, zh: null };
const noList = { setIn: null, since: null };
type Words = Readonly<Record<string, InBoth | undefined>>;
const both = (name: string | null | undefined): InBoth | undefined => (name ? { en: name, zh: name } : undefined);
