import { HelperQuery, HouseholdQuery, OfficialQuery } from '@lookback/case/household';
import type { CalendarDate } from '@lookback/kernel';
import { EventLog } from '@lookback/log/event-log';
import { Projector } from '@lookback/log/read-model';
import { Keys } from '@lookback/log/vault';
import { Sessions } from '@lookback/office/access';
import { type Asked, type Asker, Desk, needStandard, StandardsInForce } from '@lookback/office/desk';
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
} from '@lookback/paper/lists';
import { Injectable } from '@nestjs/common';

/** As long as the read models may take for a whole list. */
const timeoutMs = 600_000;

/** The lists that can be taken over, each by the method of its name. */
export type ListName = 'roster' | 'pairing' | 'ledger';

export interface Taking {
  readonly who: Asker;
  /** The date of the list: from then on it holds. */
  readonly dated: CalendarDate;
  readonly dryRun: boolean;
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
    private readonly sessions: Sessions,
  ) {}

  /** Settles when the read models have its last entry. */
  async roster(bytes: Uint8Array, { dated, ...taking }: Taking): Promise<RosterReport> {
    const causes = (await this.standard('cause-codes', dated)) as Causes;
    const report = await importRoster(bytes, {
      ...taking,
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
    return { desk: this.deskOf(who), keys: this.keys, knownHeads, knownOfficials: this.officials };
  }

  /** A takeover may last: who began it is held against the log at every batch. */
  private deskOf(who: Asker): Pick<Desk, 'submitMany' | 'tryMany'> {
    if ('process' in who) return this.desk;
    const asOfNow = async (many: readonly Asked[]) => {
      const now = await this.sessions.mayNow(who);
      return many.map((asked) => ({ ...asked, who: now }));
    };
    return {
      submitMany: async (many) => this.desk.submitMany(await asOfNow(many)),
      tryMany: async (many) => this.desk.tryMany(await asOfNow(many)),
    };
  }

  private async standard(name: StandardName, dated: CalendarDate): Promise<unknown> {
    return (await needStandard(this.standards, name, nation, dated)).value;
  }

  private async projected<Report extends ImportReport>(report: Report): Promise<Report> {
    if (report.lastPosition !== null) await this.projector.reached(report.lastPosition, { timeoutMs });
    return report;
  }
}
