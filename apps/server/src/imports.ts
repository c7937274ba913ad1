import { HelperQuery, HouseholdQuery, OfficialQuery } from '@lookback/case/household';
import { type CalendarDate, type Language, type RegionCode, Unfit } from '@lookback/kernel';
import { EventLog } from '@lookback/log/event-log';
import { Projector } from '@lookback/log/read-model';
import { Keys } from '@lookback/log/vault';
import { Sessions } from '@lookback/office/access';
import { type Asker, Clock, Desk, needStandard, StandardsInForce } from '@lookback/office/desk';
import { nation, RegionDirectory } from '@lookback/office/registry';
import type { StandardName } from '@lookback/office/standards';
import {
  type Causes,
  type Classes,
  type Counts,
  importLedger,
  importPairing,
  importRoster,
  type ImportReport,
  type LedgerReport,
  type PairingReport,
  type Ranks,
  type RosterReport,
  type Sources,
  type Why,
} from '@lookback/paper/lists';
import { Injectable } from '@nestjs/common';
import { factWords, nothingNamed } from './http/fact-words.js';

/** As long as the read models may take for a whole list. */
const timeoutMs = 600_000;

/** The lists that can be taken over, each by the method of its name. */
export type ListName = 'roster' | 'pairing' | 'ledger';

export interface Taking {
  readonly who: Asker;
  /** The date of the list: from then on it holds. */
  readonly dated: CalendarDate;
  readonly dryRun: boolean;
  /** In which the workbook of refused rows is written; Chinese unless said. */
  readonly language?: Language | undefined;
  readonly onProgress: (counts: Counts) => void;
  readonly signal: AbortSignal;
}

/** Takes lists from outside over, whoever brings them: the command line or an upload. */
@Injectable()
export class Imports {
  constructor(
    private readonly desk: Desk,
    private readonly regions: RegionDirectory,
    private readonly standards: StandardsInForce,
    private readonly query: HouseholdQuery,
    private readonly helpers: HelperQuery,
    private readonly officials: OfficialQuery,
    private readonly projector: Projector,
    private readonly log: EventLog,
    private readonly keys: Keys,
    private readonly clock: Clock,
    private readonly sessions: Sessions,
  ) {}

  /** Settles when the read models have its last entry. */
  async roster(bytes: Uint8Array, { dated, ...taking }: Taking): Promise<RosterReport> {
    const causes = (await this.standard('cause-codes', dated)) as Causes;
    const report = await importRoster(bytes, {
      ...taking,
      inWords: this.inWords,
      dated,
      desk: this.deskOf(taking.who),
      regions: this.regions.newest,
      causes,
      keys: this.keys,
      knownNumbers: (numbers) => this.query.having(numbers),
    });
    return this.projected(report);
  }

  /** As the roster. Begins once the read models have all that was recorded before, for they say which households are on record. */
  async pairing(bytes: Uint8Array, taking: Taking): Promise<PairingReport> {
    const ranks = (await this.standard('helper-quotas', taking.dated)) as Ranks;
    return this.projected(await importPairing(bytes, { ...taking, ...(await this.onRecord(taking.who)), ranks }));
  }

  /** As the pairing list. */
  async ledger(bytes: Uint8Array, taking: Taking): Promise<LedgerReport> {
    const classes = (await this.standard('problem-classes', taking.dated)) as Classes;
    const sources = (await this.standard('problem-sources', taking.dated)) as Sources;
    return this.projected(await importLedger(bytes, { ...taking, ...(await this.onRecord(taking.who)), classes, sources }));
  }

  /** What lists about households ask for, once the read models have come to where the log stands. */
  private async onRecord(who: Asker) {
    await this.projector.reached(await this.log.head(), { timeoutMs });
    const knownHeads = (households: readonly string[]) => this.helpers.headsOf(households);
    return {
      desk: this.deskOf(who),
      keys: this.keys,
      knownHeads,
      knownOfficials: this.officials,
      inWords: this.inWords,
      today: this.clock.today(),
    };
  }

  /** A takeover may last: who began it is held against the log at every batch. */
  private deskOf(who: Asker): Pick<Desk, 'submitMany'> {
    if ('process' in who) return this.desk;
    return {
      submitMany: async (many) => {
        const now = await this.sessions.mayNow(who);
        return this.desk.submitMany(many.map((asked) => ({ ...asked, who: now })));
      },
    };
  }

  /** A rule's sentence with names for the codes in it. */
  private readonly inWords = ({ rule, facts, wording }: Why, language: Language): string => {
    const region = (code: string) => this.regions.newest.name(code as RegionCode) ?? null;
    return new Unfit(rule, factWords(facts, language, { ...nothingNamed, region }), wording).in(language);
  };

  private async standard(name: StandardName, dated: CalendarDate): Promise<unknown> {
    return (await needStandard(this.standards, name, nation, dated)).value;
  }

  private async projected<Report extends ImportReport>(report: Report): Promise<Report> {
    if (report.lastPosition !== null) await this.projector.reached(report.lastPosition, { timeoutMs });
    return report;
  }
}
