import type { CalendarDate } from '@lookback/kernel';
import { Indexed } from '@lookback/log/read-model';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One line for every entry of the log: what, of which subject, when in both senses, by whom, and of which other entry it speaks. */
@Entity({ schema: 'read', name: 'journal' })
@Index(['stream', 'position'])
@Index(['type', 'position'])
@Index(['recordedBy', 'position'])
@Indexed('(acted_by, position) WHERE acted_by IS NOT NULL')
@Indexed('(unit, position) WHERE unit IS NOT NULL')
@Indexed('(recorder, position) WHERE recorder IS NOT NULL')
@Indexed('(correlation, position) WHERE correlation IS NOT NULL')
@Indexed('(stream, speaks_of) WHERE speaks_of IS NOT NULL')
export class JournalRow {
  @PrimaryColumn('bigint') position: number;
  @PrimaryColumn('int') n: number;
  @Column('uuid') id: string;
  @Column({ type: 'text', collation: 'C' }) stream: string;
  @Column('int') revision: number;
  @Column({ type: 'text', collation: 'C' }) type: string;
  @Column({ name: 'effective_on', type: 'date' }) effectiveOn: CalendarDate;
  @Column({ name: 'recorded_at', type: 'timestamptz' }) recordedAt: Date;
  /** From its day of effect to the day of its recording in the county. */
  @Column({ name: 'days_until_recorded', type: 'int' }) daysUntilRecorded: number;
  @Column({ type: 'text', collation: 'C' }) mode: string;
  /** The official; `householder` for whichever member of a household. */
  @Column({ name: 'acted_by', type: 'text', collation: 'C', nullable: true }) actedBy: string | null;
  @Column({ type: 'text', collation: 'C', nullable: true }) unit: string | null;
  /** The account, `channel-<code>`, or the process that typed it in. */
  @Column({ name: 'recorded_by', type: 'text', collation: 'C' }) recordedBy: string;
  /** Whose account it is, where an official's post stands beside it. */
  @Column({ type: 'text', collation: 'C', nullable: true }) recorder: string | null;
  @Column({ type: 'uuid', nullable: true }) correlation: string | null;
  /** The entry that a correction would change, or the proposal that is answered. */
  @Column({ name: 'speaks_of', type: 'uuid', nullable: true }) speaksOf: string | null;
}
