import type { CalendarDate, RegionCode } from '@lookback/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A time in which a subject lay elsewhere than today. */
@Entity({ schema: 'read', name: 'former_stay' })
export class FormerStayRow {
  @PrimaryColumn({ type: 'text', collation: 'C' }) stream: string;
  /** From 0, in the order of the days. */
  @PrimaryColumn('int') n: number;
  @Column('text', { array: true }) regions: readonly RegionCode[];
  @Column({ name: 'from_day', type: 'date' }) from: CalendarDate;
  /** On which it lay there no more. */
  @Column({ name: 'to_day', type: 'date' }) to: CalendarDate;
}
