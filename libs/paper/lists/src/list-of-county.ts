import type { CalendarDate, input, RegionCode } from '@lookback/kernel';
import type { ListLine } from '@lookback/office/desk';
import { nation } from '@lookback/office/registry';
import { oneOf } from './cell-parsers.js';
import { inapplicable } from './lists.rules.js';

/** The lines of the list of codes that a county has on the list's date; the nation's where the county is not known. */
export type ListOfCounty = (county: RegionCode) => readonly ListLine[];

/** In which county, and of which date, a list from outside is read. */
export interface ReadIn {
  readonly county: RegionCode;
  readonly dated: CalendarDate;
}

/** Reads what a cell says by the words of the list that the county has on the date. */
export const codeIn = <Of extends string>(list: ListOfCounty, { county, dated }: ReadIn): input.Reading<Of> =>
  oneOf(
    list(county).map(({ code, zh }) => [zh, code as Of]),
    () => inapplicable('list.code-unknown', { county, dated }),
  );

/** The columns of a list for each county, made once: codes are read by the county's lists. */
export class TablesOfCounties<Table> {
  private readonly tables = new Map<RegionCode, Table>();

  constructor(private readonly make: (county: RegionCode) => Table) {}

  /** Null where the county is not known. */
  of(county: RegionCode | null): Table {
    const code = county ?? nation;
    const known = this.tables.get(code);
    if (known) return known;
    const table = this.make(code);
    this.tables.set(code, table);
    return table;
  }
}
