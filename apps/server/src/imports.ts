import { HouseholdQuery } from '@lookback/case/household';
import type { CalendarDate } from '@lookback/kernel';
import { Projector } from '@lookback/log/read-model';
import { Keys } from '@lookback/log/vault';
import { type Asker, Desk, needStandard, StandardsInForce } from '@lookback/office/desk';
import { nation, RegionDirectory } from '@lookback/office/registry';
import { type Causes, type Counts, importRoster, type RosterReport } from '@lookback/paper/lists';
import { Injectable } from '@nestjs/common';

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
    private readonly projector: Projector,
    private readonly keys: Keys,
  ) {}

  /** Settles when the read models have its last entry. */
  async roster(bytes: Uint8Array, { dated, ...taking }: Taking): Promise<RosterReport> {
    const causes = await needStandard(this.standards, 'cause-codes', nation, dated);
    const report = await importRoster(bytes, {
      ...taking,
      dated,
      desk: this.desk,
      regions: this.regions.newest,
      causes: causes.value as Causes,
      keys: this.keys,
      knownNumbers: (numbers) => this.query.having(numbers),
    });
    if (report.lastPosition !== null) await this.projector.reached(report.lastPosition, { timeoutMs: 600_000 });
    return report;
  }
}
