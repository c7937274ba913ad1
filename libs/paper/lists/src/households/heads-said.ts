import { input } from '@lookback/kernel';
import type { SheetRow } from '@lookback/paper/workbook';
import { rowTold } from '../standing.js';
import type { RowPlace } from '../roster/shared-numbers.js';

interface HeadSaid {
  readonly name: string;
  readonly place: RowPlace;
}

/** Whom a list takes for the heads of its households; held against the record, and told where they are called otherwise. */
export class HeadsSaid {
  readonly differing: RowPlace[] = [];
  private readonly byHousehold = new Map<string, HeadSaid[]>();

  /** @param name null where the row leaves it blank. */
  note(household: string, number: string, row: SheetRow, name: string | null): void {
    if (name === null) return;
    const head = { name, place: { household: number, ...rowTold(row) } };
    const before = this.byHousehold.get(household);
    if (before) before.push(head);
    else this.byHousehold.set(household, [head]);
  }

  /** @param onRecord null where the head is erased. */
  compare(household: string, onRecord: string | null): void {
    const listed = this.byHousehold.get(household) ?? [];
    this.byHousehold.delete(household);
    if (onRecord === null) return;
    const called = input.name(onRecord);
    this.differing.push(...listed.filter(({ name }) => name !== called).map(({ place }) => place));
  }
}
