import type { CalendarDate, RegionCode } from '@lookback/kernel';
import { Indexed } from '@lookback/log/read-model';
import type { GateKind } from '@lookback/office/standards';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Run } from './run.codes.js';

/** The limit of a gate that an open run still has to pass. */
@Entity({ schema: 'read', name: 'run_limit' })
@Indexed('(due_on)')
export class RunLimitRow {
  @PrimaryColumn({ type: 'text', collation: 'C' }) stream: string;
  @PrimaryColumn({ type: 'text', collation: 'C' }) run: Run;
  @PrimaryColumn({ type: 'text', collation: 'C' }) gate: GateKind;
  /** Whose ladder counts. */
  @Column({ type: 'text', collation: 'C' }) county: RegionCode;
  @Column({ name: 'due_on', type: 'date' }) dueOn: CalendarDate;
  @Column({ name: 'set_on', type: 'date' }) setOn: CalendarDate;
  /** The last step of the ladder that was sent; null before the first. */
  @Column({ name: 'last_step', type: 'int', nullable: true }) lastStep: number | null;
}
