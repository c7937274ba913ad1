import { type HeadSought, listedHouseholdId } from '@lookback/case/household';
import { fileCodeOf, type HouseholdNumber } from '@lookback/case/identification';
import { input, type RegionCode } from '@lookback/kernel';
import type { SheetRow } from '@lookback/paper/workbook';
import { type ImportContext, keysOf } from '../command-submitter.js';
import type { HeadsSaid } from '../households/heads-said.js';
import type { HouseholdsSought } from '../households/households-sought.js';
import { countyOf, countyWritten } from '../officials/numbered-county.js';
import { rowAlone } from '../standing.js';
import type { LedgerColumn } from './ledger.columns.js';
import type { ProblemRead } from './problem-in-row.js';

type Row = SheetRow<LedgerColumn>;

/** What has to be known to find the households of a ledger. */
export interface HouseholdsKnow {
  /** Finds a village by the names that a ledger gives, which has no column of the county; null where there is none, or more than one. */
  readonly villageOf: (township: string, village: string) => RegionCode | null;
  readonly keys: ImportContext['keys'];
}

/** The household of a row, by the id that the list has for it. */
export interface HouseholdOfRow {
  readonly id: string;
  readonly county: RegionCode;
  /** What it is known by where it has no number. */
  readonly headed: HeadSought | null;
  /** By its number, or its file's code once it is found. */
  called(): string;
}

/** The households of a ledger's rows, by number; those of rows without one by village and head. */
export class HouseholdsOfRows {
  private readonly villages = new Map<string, RegionCode | null>();

  constructor(
    private readonly knows: HouseholdsKnow,
    private readonly notes: { readonly heads: HeadsSaid; readonly households: HouseholdsSought },
  ) {}

  /** The county in which a row's household lies; null where neither number nor village says. */
  countyOf(row: Row): RegionCode | null {
    if (input.code(row.text('户编号')) !== '') return countyWritten(row.text('户编号'));
    const village = this.villageOf(row.text('乡(镇)'), row.text('行政村'));
    return village && countyIn(village);
  }

  /** How the household of a row is looked for; undefined where its village is not known. */
  of(row: Row, { cells: { 户编号: number }, head, household }: ProblemRead): HouseholdOfRow | undefined {
    if (household === null) return this.numbered(row, number as HouseholdNumber, head);
    const village = this.villageOf(household['乡(镇)'], household.行政村);
    if (village === null) return undefined;
    const [county, headed] = [countyIn(village), { village, name: household.户主姓名, citizenNumber: null }];
    const id = listedHouseholdId(county, keysOf([[village, headed.name]], this.knows.keys)[0]);
    this.notes.households.note(id, { number: null, citizenNumbers: [], headed });
    const called = () => {
      const file = this.notes.households.fileOf(id);
      return file === undefined ? rowAlone(row) : fileCodeOf(file);
    };
    return { id, county, headed, called };
  }

  private numbered(row: Row, number: HouseholdNumber, head: string | null): HouseholdOfRow {
    const id = listedHouseholdId(countyOf(number), number);
    this.notes.heads.note(id, number, row, head);
    this.notes.households.note(id, { number, citizenNumbers: [], headed: null });
    return { id, county: countyOf(number), headed: null, called: () => number };
  }

  /** Asked once for each village: looking names up is slow. */
  private villageOf(township: string, village: string): RegionCode | null {
    const place = `${township}\n${village}`;
    let code = this.villages.get(place);
    if (code === undefined) this.villages.set(place, (code = this.knows.villageOf(township, village)));
    return code;
  }
}

const countyIn = (village: RegionCode) => village.slice(0, 6) as RegionCode; // GB/T 2260
