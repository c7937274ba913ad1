import { fileCodeOf, type HouseholdNumber, TakeOverHousehold } from '@lookback/case/identification';
import { type HeadSought, household, listedHouseholdId } from '@lookback/case/household';
import type { CalendarDate, Digest, RegionCode } from '@lookback/kernel';
import { anySubject } from '@lookback/office/desk';
import type { Column, SheetRow } from '@lookback/paper/workbook';
import { type ImportContext, keysOf } from '../command-submitter.js';
import type { Faults } from '../fault.js';
import type { List, ListSource, Taken } from '../list.js';
import { inapplicable } from '../lists.rules.js';
import { type ListOfCounty, TablesOfCounties } from '../list-of-county.js';
import { type HouseholdInRows, householdIn } from './household-in-rows.js';
import { HouseholdsInRows } from './households-in-rows.js';
import type { HouseholdsSought } from '../households/households-sought.js';
import { identityIn, noteHouseholdFaults } from './household-rules.js';
import { householdColumns, personColumns, type RosterColumn } from './roster.columns.js';
import type { SharedNumbers } from './shared-numbers.js';

/** Finds a village by the names that a list gives; null where there is none, or more than one. */
export interface Villages {
  villageNamed(county: string, township: string, village: string): RegionCode | null;
  /** The county of a name or a code. */
  countyNamed(nameOrCode: string): RegionCode | null;
}

export interface RosterKnows {
  readonly regions: Villages;
  readonly causes: ListOfCounty;
  readonly keys: ImportContext['keys'];
  /** The list's date: nobody on it is born later. */
  readonly dated: CalendarDate;
}

/** More people than any household has; bounds what one entry may hold. */
const mostMembers = 50;

/** The member-level export of the national registry: one row a person. */
export class RosterList implements List<RosterColumn> {
  readonly subject = anySubject(household);
  readonly alreadyOnRecord = ['identification.already-on-record'];
  readonly columns: readonly Column<RosterColumn>[];
  readonly known = ['户编号', '人编号', '姓名', '证件号码'] as const;
  private readonly tables: TablesOfCounties<ReturnType<typeof householdColumns>>;
  private readonly villages = new Map<string, RegionCode | null>();

  private readonly inRows = new HouseholdsInRows((row) =>
    this.villageOf(row.text('县(市、区、旗)'), row.text('乡(镇)'), row.text('行政村')),
  );

  constructor(
    private readonly knows: RosterKnows,
    private readonly shared: SharedNumbers,
    private readonly households: HouseholdsSought,
  ) {
    const { causes, dated } = knows;
    this.tables = new TablesOfCounties((county) => householdColumns(causes, { county, dated }));
    const names = [...Object.keys(this.tables.of(null)), ...Object.keys(personColumns)] as RosterColumn[];
    this.columns = names.map((name) => ({ name }));
  }

  subjectOf(row: SheetRow<RosterColumn>): string {
    return this.inRows.subjectOf(row);
  }

  take(rows: readonly SheetRow<RosterColumn>[], source: ListSource, faults: Faults<RosterColumn>): Taken | undefined {
    this.inRows.end();
    const [first] = rows;
    if (!first) return undefined;
    const listed = this.listed(rows, faults);
    if (!listed) return undefined;
    noteHouseholdFaults(listed, this.knows.dated, faults);
    const { cells } = listed;
    const village = this.villageOf(cells['县(市、区、旗)'], cells['乡(镇)'], cells.行政村);
    if (!village) faults.note(first, '行政村', inapplicable('list.village-unknown'));
    if (cells.户编号 === null) this.noteAlike(rows, faults);
    if (!village || faults.found.length > 0) return undefined;
    return this.taken(listed, village, { ...source, sheet: first.layout.sheetNumber, row: first.number });
  }

  /** Once the first of two is on record the second would be looked for in its file: neither is taken before somebody has said which it is. */
  private noteAlike(rows: readonly SheetRow<RosterColumn>[], faults: Faults<RosterColumn>): void {
    const alike = this.inRows.alike(rows);
    const rule = alike?.column === '姓名' ? 'list.head-of-another-household' : 'list.citizen-number-of-another-household';
    if (alike) faults.noteBeside(alike.row, alike.column, alike.other, (other) => inapplicable(rule, { other }));
  }

  private listed(rows: readonly SheetRow<RosterColumn>[], faults: Faults<RosterColumn>): HouseholdInRows | undefined {
    if (rows.length <= mostMembers) return householdIn(rows, this.tableFor(rows), faults);
    rows.slice(0, 1).forEach((row) => faults.note(row, '户编号', inapplicable('list.members-too-many', { limit: mostMembers })));
    return undefined;
  }

  /** By the list of causes of the county that the rows name. */
  private tableFor([first]: readonly SheetRow<RosterColumn>[]) {
    return this.tables.of(first ? this.knows.regions.countyNamed(first.text('县(市、区、旗)')) : null);
  }

  /** Asked once for each village: looking names up is slow. */
  private villageOf(...names: Parameters<Villages['villageNamed']>): RegionCode | null {
    const place = names.join('\n');
    let village = this.villages.get(place);
    if (village === undefined) this.villages.set(place, (village = this.knows.regions.villageNamed(...names)));
    return village;
  }

  private taken(listed: HouseholdInRows, village: RegionCode, source: ListSource & { sheet: number; row: number }): Taken {
    const { cells, members } = listed;
    const county = village.slice(0, 6) as RegionCode; // GB/T 2260
    const [number, content] = [cells.户编号, members.map(({ plainly }) => plainly)];
    const id = listedHouseholdId(county, number ?? keysOf(content, this.knows.keys)[0]);
    this.shared.note(id, listed);
    this.households.note(id, {
      number,
      citizenNumbers: members.flatMap((person) => identityIn(person) ?? []),
      headed: headIn(listed, village),
    });
    return {
      id,
      called: () => number ?? fileCodeOf(this.households.fileOf(id) ?? id),
      command: commandOf(listed, village, source),
      places: [village, ...numberedIn(county, number)],
      content,
    };
  }
}

/** A number of this county begins with the code of its village; a household that came from elsewhere has another county's. */
const numberedIn = (county: RegionCode, number: HouseholdNumber | null): RegionCode[] =>
  number?.startsWith(county) ? [number.slice(0, 12) as RegionCode] : [];

function commandOf({ cells, members }: HouseholdInRows, village: RegionCode, source: ListSource & { sheet: number; row: number }) {
  return TakeOverHousehold.from({
    source: { ...source, file: source.file as Digest },
    number: cells.户编号,
    county: village.slice(0, 6) as RegionCode,
    township: village.slice(0, 9) as RegionCode,
    village,
    standing: cells.脱贫属性,
    attribute: cells.贫困户属性,
    mainCause: cells.主要致贫原因,
    incomePerPersonFen: cells.人均纯收入,
    dangerousHouse: cells.危房户,
    safeWater: cells.饮水安全,
    waterDifficulty: cells.饮水困难,
    members: members.map(({ member }) => member),
  });
}

function headIn({ members }: HouseholdInRows, village: RegionCode): HeadSought | null {
  const head = members.find(({ member }) => member.relation === 'head');
  return head ? { village, name: head.member.name, citizenNumber: identityIn(head) ?? null } : null;
}
