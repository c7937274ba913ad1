import type { CalendarDate, EntryId, RequestOutcome } from '@lookback/kernel';
import { Indexed } from '@lookback/log/read-model';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a member of a household asked to be put right, by when it is answered, and the answer. Source: procedures.md, chapter 8 (vi). */
@Entity({ schema: 'read', name: 'correction_request' })
@Indexed('(due_on) WHERE outcome IS NULL')
export class CorrectionRequestRow {
  @PrimaryColumn({ type: 'text', collation: 'C' }) stream: string;
  @PrimaryColumn('uuid') id: EntryId;
  @Column('bigint') position: number;
  @Column('int') revision: number;
  /** The type of the entry that it is about; null where it is about the file. */
  @Column({ type: 'text', collation: 'C', nullable: true }) about: string | null;
  @Column({ name: 'effective_on', type: 'date' }) effectiveOn: CalendarDate;
  @Column({ name: 'requested_on', type: 'date' }) requestedOn: CalendarDate;
  @Column({ name: 'due_on', type: 'date' }) dueOn: CalendarDate;
  /** Null while it waits. */
  @Column({ type: 'text', collation: 'C', nullable: true }) outcome: RequestOutcome | 'proposed' | null;
}
