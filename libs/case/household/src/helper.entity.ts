import type { CalendarDate, PersonId, UnitId } from '@lookback/kernel';
import type { Rank } from '@lookback/office/standards';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Somebody's time as a helper of one household. */
@Entity({ schema: 'read', name: 'helper' })
@Index(['person'])
@Index(['unit'])
export class HelperRow {
  @PrimaryColumn({ type: 'text', collation: 'C' }) stream: string;
  /** The place among the household's helpers, from 0, in the order in which they came. */
  @PrimaryColumn('int') n: number;
  @Column({ type: 'text', collation: 'C' }) person: PersonId;
  @Column({ type: 'text', collation: 'C' }) unit: UnitId;
  @Column({ type: 'text', collation: 'C' }) rank: Rank;
  /** The first day; where a list brought it, the list's date. */
  @Column({ name: 'from_day', type: 'text', collation: 'C' }) from: CalendarDate;
  /** The first day on which the helping is over; null while it lasts. */
  @Column({ name: 'to_day', type: 'text', collation: 'C', nullable: true }) to: CalendarDate | null;
  /** Since when, as a list states it. */
  @Column({ name: 'stated_from', type: 'text', collation: 'C', nullable: true }) statedFrom: CalendarDate | null;
}
