import { household, HouseholdLookup, HouseholdQuery, type HouseholdSought, OfficialQuery } from '@lookback/case/household';
import { type CalendarDate, type Language, type RegionCode, type WordList, Inapplicable } from '@lookback/kernel';
import { EventLog } from '@lookback/log/event-log';
import { Projector } from '@lookback/log/read-model';
import { Keys } from '@lookback/log/vault';
import { Sessions } from '@lookback/office/access';
import {
  anySubject,
  type CommandRequest,
  type InternalAsker,
  Clock,
  Desk,
  needStandard,
  placesWith,
  Posts,
  readerRights,
  type Sees,
  seesOf,
  StandardsInForce,
} from '@lookback/office/desk';
import { nation, RegionDirectory } from '@lookback/office/registry';
import { Reserving } from '@lookback/office/series';
import { ListsFromLog } from '@lookback/office/standards';
import {
  type Counts,
  importLedger,
  importPairing,
  importRoster,
  type ImportReport,
  type LedgerReport,
  type ListOfCounty,
  type PairingReport,
  type RosterReport,
  type Why,
} from '@lookback/paper/lists';
import { Injectable } from '@nestjs/common';
import { once } from 'node:events';
import { factWords, nothingNamed } from '@lookback/application/queries';

/** As long as the read models may take for a whole list. */
const timeoutMs = 600_000;

/** The lists that can be taken over, each by the method of its name. */
export type ListName = 'roster' | 'pairing' | 'ledger';

export interface Taking {
  readonly who: InternalAsker;
  /** The date of the list: from then on it holds. */
  readonly dated: CalendarDate;
  readonly dryRun: boolean;
  /** In which the workbook of refused rows is written; Chinese unless said. */
  readonly language?: Language | undefined;
  readonly onProgress: (counts: Counts) => void;
  readonly signal: AbortSignal;
}

/** Which households the importing account may know of: of no others is it told that they are there. */
const knownTo = (who: InternalAsker): Sees => seesOf('process' in who ? null : who, [anySubject(household)]);

/** Takes lists from outside over, brought by the command line or by an upload. */
@Injectable()
export class Imports {
  constructor(
    private readonly desk: Desk,
    private readonly regions: RegionDirectory,
    private readonly standards: StandardsInForce,
    private readonly lists: ListsFromLog,
    private readonly query: HouseholdQuery,
    private readonly lookup: HouseholdLookup,
    private readonly officials: OfficialQuery,
    private readonly projector: Projector,
    private readonly log: EventLog,
    private readonly keys: Keys,
    private readonly clock: Clock,
    private readonly sessions: Sessions,
    private readonly reserving: Reserving,
    private readonly posts: Posts,
  ) {}

  /**
   * Begins once the read models have all that was recorded before, for they say which households are on record; settles when they have its
   * last entry.
   */
  async roster(bytes: Uint8Array, taking: Taking): Promise<RosterReport> {
    const causes = await this.linesOn('cause-codes', taking.dated);
    const report = await importRoster(bytes, {
      ...taking,
      ...(await this.onRecord(taking)),
      regions: this.regions.on(taking.dated),
      causes,
      knownNumbers: (numbers) => this.query.having(numbers, knownTo(taking.who)),
    });
    return this.projected(report, taking.signal);
  }

  /** As the roster. */
  async pairing(bytes: Uint8Array, taking: Taking): Promise<PairingReport> {
    const ranks = await this.linesOn('helper-quotas', taking.dated);
    const context = { ...taking, ...(await this.onRecord(taking)), ranks };
    return this.projected(await importPairing(bytes, context), taking.signal);
  }

  /** As the roster. */
  async ledger(bytes: Uint8Array, taking: Taking): Promise<LedgerReport> {
    const classes = await this.linesOn('problem-classes', taking.dated);
    const sources = await this.linesOn('problem-sources', taking.dated);
    const regions = this.regions.on(taking.dated);
    const counties = regions.countiesIn(await this.placesOf(taking.who));
    const context = {
      ...taking,
      ...(await this.onRecord(taking)),
      classes,
      sources,
      reserving: this.numbers,
      villageOf: (township: string, village: string) => regions.villageInOneOf(counties, township, village),
    };
    return this.projected(await importLedger(bytes, context), taking.signal);
  }

  private placesOf(who: InternalAsker): Promise<RegionCode[]> {
    return 'process' in who ? Promise.resolve([nation]) : placesWith(who, readerRights, this.posts);
  }

  /** What lists about households ask for, once the read models have come to where the log stands; one that is stopped before reads no row. */
  private async onRecord({ who, signal }: Taking) {
    await this.awaitProjected(await this.log.head(), signal);
    const knownHouseholds = (sought: readonly HouseholdSought[]) => this.lookup.find(sought, knownTo(who));
    return {
      desk: this.deskOf(who),
      keys: this.keys,
      knownHouseholds,
      knownOfficials: this.officials,
      inWords: this.inWords,
      today: this.clock.today(),
    };
  }

  /** A takeover may last: who began it is held against the log at every batch. */
  private async asNow(who: InternalAsker): Promise<InternalAsker> {
    return 'process' in who ? who : this.sessions.mayNow(who);
  }

  private readonly numbers: Pick<Reserving, 'reserve'> = {
    reserve: async (run, who, key) => this.reserving.reserve(run, await this.asNow(who), key),
  };

  private deskOf(who: InternalAsker): Pick<Desk, 'submitMany' | 'tryMany'> {
    const asOfNow = async (many: readonly CommandRequest[]) => {
      const now = await this.asNow(who);
      return many.map((request) => ({ ...request, who: now }));
    };
    return {
      submitMany: async (many) => this.desk.submitMany(await asOfNow(many)),
      tryMany: async (many) => this.desk.tryMany(await asOfNow(many)),
    };
  }

  /** A rule's sentence with names for the codes in it. */
  private readonly inWords = ({ rule, facts, wording }: Why, language: Language): string => {
    const region = (code: string) => this.regions.on(this.clock.today()).name(code as RegionCode) ?? null;
    return new Inapplicable(rule, factWords(facts, language, { ...nothingNamed, region }), wording).in(language);
  };

  /** The lines of the list of each county on the list's date. @throws a Refusal where nobody has set one for the nation either */
  private async linesOn(list: WordList, dated: CalendarDate): Promise<ListOfCounty> {
    const nationwide = await this.lists.on(list, nation, dated);
    if (!nationwide) return needStandard(this.standards, list, nation, dated).then(() => () => []);
    const own = await this.lists.linesIn(list, this.regions.on(dated).countiesIn([nation]), dated);
    return (county) => (own(county).length > 0 ? own(county) : nationwide.lines);
  }

  private async projected<Report extends ImportReport>(report: Report, signal: AbortSignal): Promise<Report> {
    if (report.lastPosition !== null) await this.awaitProjected(report.lastPosition, signal);
    return report;
  }

  /** Nobody who stops waits for the read models: they follow by themselves. */
  private async awaitProjected(position: number, signal: AbortSignal): Promise<void> {
    if (!signal.aborted) await Promise.race([this.projector.reached(position, { timeoutMs }), once(signal, 'abort')]);
  }
}
