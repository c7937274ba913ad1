import type { CalendarDate } from '@lookback/kernel';
import type { Keys } from '@lookback/log/vault';
import type { ImportReport } from '../import-report.js';
import type { RowPlace } from '../roster/shared-numbers.js';
import { inHands, takeOver, type TakingOver } from '../take-over.js';
import { later } from '../later.js';
import { HouseholdDesk } from '../households/household-desk.js';
import { HouseholdsSought, type KnownHouseholds } from '../households/households-sought.js';
import type { KnownOfficials } from '../officials/known-officials.js';
import { OfficialsFirst } from '../officials/officials-first.js';
import { Officials } from '../officials/officials.js';
import type { ListOfCounty } from '../list-of-county.js';
import { helpersNamed, PairingList } from './pairing.list.js';
import { PairingNotes } from './pairing-notes.js';

export interface TakingPairingOver extends TakingOver {
  readonly keys: Pick<Keys, 'bodyDigests' | 'lookup'>;
  readonly ranks: ListOfCounty;
  /** In the office: nobody on the list began later. */
  readonly today: CalendarDate;
  readonly knownHouseholds: KnownHouseholds;
  readonly knownOfficials: KnownOfficials;
}

export interface PairingReport extends ImportReport {
  /** Households that have their helpers on record as the list has them: accepted now, or already there. */
  readonly households: number;
  /** People whom the sound rows name: a helper is name, phone and unit. */
  readonly helpers: number;
  /** Those of them, and of their units, that came on record with this list. */
  readonly peopleRegistered: number;
  readonly unitsRegistered: number;
  /** Phones whose unit is said to answer to several (单位隶属关系): taken as each row states it, and told here. */
  readonly affiliationsDiffering: number;
  /** Names that stand for several helpers, by phone or unit. */
  readonly namesSeveral: number;
  /** Rows whose head is called otherwise on record. */
  readonly headsDiffering: number;
  /** Where the first 200 of each stand: a place for each thing that is said. */
  readonly affiliationPlaces: readonly (readonly RowPlace[])[];
  readonly namePlaces: readonly (readonly RowPlace[])[];
  readonly headPlaces: readonly RowPlace[];
}

const mostPlaces = 200;

/**
 * Takes over who helps which household (.xlsx; domain.md, section 5): people and units that the list names first, then one
 * `HelperTakenOver` a row. Subjects of the report are households; one that is not on record is refused, in a dry run too.
 * Throws what `takeOver` throws.
 */
export async function importPairing(bytes: Uint8Array, options: TakingPairingOver): Promise<PairingReport> {
  const taking = inHands(options);
  const notes = new PairingNotes(new Officials(taking.keys), new HouseholdsSought(taking.knownHouseholds));
  const first = new OfficialsFirst(notes.officials, taking.knownOfficials, taking);
  const desk = new HouseholdDesk(taking.desk, notes.households, notes.heads, first, helpersNamed);
  const list = new PairingList(taking.ranks, notes, { dated: taking.dated, until: later(taking.dated, taking.today) });
  const report = await takeOver(list, bytes, { ...taking, desk });
  const { affiliations, names, heads, officials } = notes;
  return {
    ...report,
    entries: report.entries + first.entries,
    lastPosition: Math.max(report.lastPosition ?? 0, first.lastPosition) || null,
    households: report.accepted + report.alreadyThere,
    helpers: officials.people,
    peopleRegistered: first.registered.person,
    unitsRegistered: first.registered.unit,
    affiliationsDiffering: affiliations.count,
    namesSeveral: names.count,
    headsDiffering: heads.differing.length,
    affiliationPlaces: affiliations.places(mostPlaces),
    namePlaces: names.places(mostPlaces),
    headPlaces: heads.differing.slice(0, mostPlaces),
  };
}
