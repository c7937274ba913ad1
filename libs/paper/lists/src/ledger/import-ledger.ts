import type { CalendarDate } from '@lookback/kernel';
import type { RowTold } from '../standing.js';
import type { StatedStatus } from '@lookback/case/rectification';
import type { Keys } from '@lookback/log/vault';
import type { Reserving } from '@lookback/office/series';
import type { ImportReport } from '../import-report.js';
import { HeadsSaid } from '../households/heads-said.js';
import { HouseholdDesk } from '../households/household-desk.js';
import { HouseholdsSought, type KnownHouseholds } from '../households/households-sought.js';
import type { KnownOfficials } from '../officials/known-officials.js';
import { OfficialsFirst } from '../officials/officials-first.js';
import { Officials } from '../officials/officials.js';
import type { RowPlace } from '../roster/shared-numbers.js';
import { inHands, takeOver, type TakingOver } from '../take-over.js';
import { later } from '../later.js';
import type { ProblemLists } from './ledger.columns.js';
import type { HouseholdsKnow } from './households-of-rows.js';
import { dutiesNamed, LedgerList } from './ledger.list.js';
import { NumberingDesk } from './numbering-desk.js';

export interface TakingLedgerOver extends TakingOver, ProblemLists, HouseholdsKnow {
  readonly keys: Pick<Keys, 'bodyDigest' | 'bodyDigests' | 'lookup'>;
  /** In the office: nothing on the list happened later. */
  readonly today: CalendarDate;
  /** Gives numbers to problems whose rows have none. */
  readonly reserving: Pick<Reserving, 'reserve'>;
  readonly knownHouseholds: KnownHouseholds;
  readonly knownOfficials: KnownOfficials;
}

export interface LedgerReport extends ImportReport {
  /** Problems that are on record as the ledger has them: accepted now, or already there. */
  readonly problems: number;
  /** How many sound rows state what. */
  readonly stated: Readonly<Record<StatedStatus, number>>;
  /** People whom the sound rows name, each by name and unit. */
  readonly officials: number;
  /** Those of them who were on record by name and unit. */
  readonly officialsMatched: number;
  /** The others, and units, that came on record with this ledger, their identity unconfirmed. */
  readonly peopleRegistered: number;
  readonly unitsRegistered: number;
  /** Rows whose head is called otherwise on record, and where the first 200 of them stand. */
  readonly headsDiffering: number;
  readonly headPlaces: readonly RowPlace[];
  /** Rows that state a day after the list's date, taken all the same; and where the first 200 of them stand. */
  readonly rowsLater: number;
  readonly laterPlaces: readonly RowTold[];
}

const mostPlaces = 200;

/**
 * Takes over a problem-rectification ledger (.xlsx; domain.md, section 5): those who have the duties first, then one
 * `ProblemTakenOver` a row. Subjects of the report are problems; one of a household that is not on record, or may be that of several files, is refused, in a
 * dry run too. Throws what `takeOver` throws.
 */
export async function importLedger(bytes: Uint8Array, options: TakingLedgerOver): Promise<LedgerReport> {
  const taking = inHands(options);
  const [officials, heads, households] = [new Officials(taking.keys), new HeadsSaid(), new HouseholdsSought(taking.knownHouseholds)];
  const first = new OfficialsFirst(officials, taking.knownOfficials, taking);
  const list = new LedgerList({ ...taking, until: later(taking.dated, taking.today) }, { officials, heads, households });
  const numbering = new NumberingDesk(taking, list.problems, households);
  const asked = taking.dryRun ? taking.desk : numbering;
  const desk = new HouseholdDesk(asked, households, heads, first, dutiesNamed);
  const report = await takeOver(list, bytes, { ...taking, desk });
  return {
    ...report,
    entries: report.entries + first.entries + numbering.entries,
    lastPosition: Math.max(report.lastPosition ?? 0, first.lastPosition, numbering.lastPosition) || null,
    problems: report.accepted + report.alreadyThere,
    stated: list.stated,
    officials: officials.people,
    officialsMatched: first.matched.person,
    peopleRegistered: first.registered.person,
    unitsRegistered: first.registered.unit,
    headsDiffering: heads.differing.length,
    headPlaces: heads.differing.slice(0, mostPlaces),
    rowsLater: list.later.length,
    laterPlaces: list.later.slice(0, mostPlaces),
  };
}
