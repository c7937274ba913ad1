import type { CalendarDate } from '@lookback/kernel';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One line for every entry of the log: what, of which subject, when in both senses, and by whom. */
@Entity({ schema: 'read', name: 'journal' })
@Index(['stream', 'position'])
@Index(['type', 'position'])
export class JournalRow {
  @PrimaryColumn('bigint') position: number;
  @PrimaryColumn('int') n: number;
  @Column({ type: 'text', collation: 'C' }) stream: string;
  @Column('int') revision: number;
  @Column({ type: 'text', collation: 'C' }) type: string;
  @Column({ name: 'effective_on', type: 'date' }) effectiveOn: CalendarDate;
  @Column({ name: 'recorded_at', type: 'timestamptz' }) recordedAt: Date;
  @Column({ type: 'text', collation: 'C' }) mode: string;
  @Column({ name: 'acted_by', type: 'text', collation: 'C', nullable: true }) actedBy: string | null;
  @Column({ type: 'text', collation: 'C', nullable: true }) unit: string | null;
  /** The account, channel or process that typed it in. */
  @Column({ name: 'recorded_by', type: 'text', collation: 'C' }) recordedBy: string;
}
