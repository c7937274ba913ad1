import { identificationCodes as codes } from '@lookback/case/identification';
import type { HouseholdNumber } from '@lookback/case/identification';
import { type Breakdown, household, householdIdOf, HouseholdQuery, namedIn } from '@lookback/case/household';
import { asOf, type Erased, everything, type InBoth, type PersonId, type RegionCode, type UnitId } from '@lookback/kernel';
import { type Entry, EventLog } from '@lookback/log/event-log';
import { Projector } from '@lookback/log/read-model';
import { Clock, mustHold, regionsWith, type Right, rights, type SignedIn, streamOf, SubjectAbsent } from '@lookback/office/desk';
import { peopleNames, RegionDirectory, unitNames } from '@lookback/office/registry';
import { householdFile, type HouseholdFileShown, type HouseholdHistory, momentOf, told } from '@lookback/review/history';
import { Injectable } from '@nestjs/common';
import type { CountLine, HouseholdCounts, HouseholdFilter, HouseholdPage, HouseholdSearch } from '../http/households.dto.js';

/** Whoever has to do with cases may read them, in his regions. */
export const readers = (Object.keys(rights) as Right[]).filter((right) => right !== 'administer' && right !== 'standards');

const limitUnlessSaid = 50;

/** Answers about households: files and histories from the log itself, lists and counts from the read models. */
@Injectable()
export class HouseholdReads {
  constructor(
    private readonly log: EventLog,
    private readonly query: HouseholdQuery,
    private readonly regions: RegionDirectory,
    private readonly projector: Projector,
    private readonly clock: Clock,
  ) {}

  async search({ limit = limitUnlessSaid, ...wanted }: HouseholdSearch, who: SignedIn): Promise<HouseholdPage> {
    const position = await this.position();
    return { position, households: await this.query.find({ ...wanted, limit }, regionsWith(who, readers)) };
  }

  async counts(filter: HouseholdFilter, who: SignedIn): Promise<HouseholdCounts> {
    const position = await this.position();
    const within = regionsWith(who, readers);
    const by = async (breakdown: Breakdown, word: (key: string) => InBoth | undefined): Promise<CountLine[]> =>
      (await this.query.count(filter, breakdown, within)).map((count) => ({
        ...count,
        ...(count.key === null ? wordless : (word(count.key) ?? wordless)),
      }));
    const region = (code: string) => both(this.regions.newest.name(code as RegionCode));
    const byStatus = await by('status', (key) => (codes.statuses as Words)[key]);
    const [byTownship, byVillage, byCause, byAttribute] = await Promise.all([
      by('township', region),
      by('village', region),
      by('mainCause', () => undefined),
      by('attribute', (key) => (codes.attributes as Words)[key]),
    ]);
    const sum = (of: 'households' | 'people') => byStatus.reduce((total, line) => total + line[of], 0);
    return { position, households: sum('households'), people: sum('people'), byTownship, byVillage, byCause, byAttribute, byStatus };
  }

  async file(
    id: string,
    asked: { at?: string | undefined; known?: string | undefined },
    who: SignedIn | null,
  ): Promise<HouseholdFileShown> {
    const moment = await momentOf(asked, this.log, this.clock);
    const { stream, history, village } = await this.open(id, who);
    const sight =
      who === null || regionsWith(who, ['record']).some((whole) => village.startsWith(whole) || whole === 'CN') ? 'whole' : 'masked';
    const names = this.regions.asOf(moment);
    const file = householdFile(stream.slice(household.name.length + 1), asOf(household, history, moment), moment, {
      sight,
      nameOf: (code) => names.name(code) ?? null,
    });
    if (!file) throw new SubjectAbsent(household.name, `${id} (${moment.effective}, @${moment.known})`);
    return file;
  }

  async history(id: string, asked: { known?: string | undefined }, who: SignedIn | null): Promise<HouseholdHistory> {
    const { known } = await momentOf(asked, this.log, this.clock);
    const { stream, history } = await this.open(id, who);
    const officials = await peopleNames(this.log, peopleIn(history));
    const units = await unitNames(this.log, [...new Set(history.flatMap((entry) => namedIn(entry).units))]);
    const entries = told(history, known, {
      region: (code) => this.regions.newest.name(code as RegionCode) ?? code,
      unit: (unit) => units.get(unit as UnitId) ?? unit,
      official: (person) => nameOf(officials.get(person as PersonId)),
    });
    return { id: stream.slice(household.name.length + 1), known: `@${known}`, entries };
  }

  /** How far the read models have come. */
  private async position(): Promise<number> {
    return Math.min(...(await this.projector.status()).map((model) => model.position));
  }

  /** The history of a household by its id or number; held to the regions of whoever asks, if it is an account. */
  private async open(id: string, who: SignedIn | null): Promise<{ stream: string; history: Entry[]; village: RegionCode }> {
    const stream = streamOf(household, /^\d{18}$/.test(id) ? householdIdOf(id.slice(0, 6) as RegionCode, id as HouseholdNumber) : id);
    const history = await this.log.readStream(stream);
    const village = asOf(household, history, everything).state.identification?.village;
    if (village === undefined) throw new SubjectAbsent(household.name, id);
    if (who) mustHold(who, readers, village);
    return { stream, history, village };
  }
}

const wordless = { en: null, zh: null };
type Words = Readonly<Record<string, InBoth | undefined>>;
const nameOf = (name: string | Erased | undefined): string | null => (typeof name === 'string' ? name : null);
const both = (name: string | null | undefined): InBoth | undefined => (name ? { en: name, zh: name } : undefined);

const peopleIn = (history: readonly Entry[]) => [
  ...new Set(
    history
      .flatMap((entry) => [
        ...[entry.by.actedBy?.person, 'account' in entry.by.recordedBy ? entry.by.recordedBy.person : undefined],
        ...namedIn(entry).people,
      ])
      .filter((id) => id !== undefined),
  ),
];
