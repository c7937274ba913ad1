import type { ImportReport } from '../import-report.js';
import { inHands, takeOver, type TakingOver } from '../take-over.js';
import { HouseholdsSought, type KnownHouseholds } from '../households/households-sought.js';
import { OpeningDesk } from '../households/opening-desk.js';
import { RosterList, type RosterKnows } from './roster.list.js';
import { type KnownNumbers, type RowPlace, SharedNumbers } from './shared-numbers.js';

export interface TakingRosterOver extends TakingOver, RosterKnows {
  /** Asked for households of earlier lists that have the same citizen numbers; without it only those of this list are compared. */
  readonly knownNumbers?: KnownNumbers | undefined;
  readonly knownHouseholds: KnownHouseholds;
}

export interface RosterReport extends ImportReport {
  /** Citizen numbers that stand in more than one household: those households are taken all the same, and told here. */
  readonly duplicates: number;
  /** Where each of the first 200 stands. */
  readonly duplicatePlaces: readonly (readonly RowPlace[])[];
  /** Households that are on record as the list has them: accepted now, or already there. */
  readonly households: number;
  /** Their people. */
  readonly people: number;
}

const mostPlaces = 200;

/**
 * Takes over the member-level export of the national registry (.xlsx; domain.md, section 5): one `HouseholdTakenOver` a
 * household. Subjects of the report are households. Throws what `takeOver` throws.
 */
export async function importRoster(bytes: Uint8Array, taking: TakingRosterOver): Promise<RosterReport> {
  const numbers = new SharedNumbers(taking.knownNumbers);
  const households = new HouseholdsSought(taking.knownHouseholds);
  const hands = inHands(taking);
  const desk = new OpeningDesk(hands.desk, households);
  const report = await takeOver(new RosterList(taking, numbers, households), bytes, { ...hands, desk });
  const places = await numbers.places((id) => households.fileOf(id));
  return {
    ...report,
    duplicates: places.length,
    duplicatePlaces: places.slice(0, mostPlaces),
    households: report.accepted + report.alreadyThere,
    people: report.rowsOnRecord,
  };
}
