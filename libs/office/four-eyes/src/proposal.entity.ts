import type { AccountId, CalendarDate, EntryId, Level, PersonId, UnitId } from '@lookback/kernel';
import { Indexed } from '@lookback/log/read-model';
import { Column, Entity, PrimaryColumn } from 'typeorm';

export const proposalKinds = ['correction', 'retraction', 'report'] as const;
export type ProposalKind = (typeof proposalKinds)[number];
export const proposalOutcomes = ['approved', 'declined'] as const;
export type ProposalOutcome = (typeof proposalOutcomes)[number];

/** A correction, a striking-out or a late report: who asked, who has to answer by when, and what was answered. Source: procedures.md, chapter 8. */
@Entity({ schema: 'read', name: 'proposal' })
@Indexed('(due_on) WHERE outcome IS NULL')
@Indexed('USING gin (people)')
export class ProposalRow {
  @PrimaryColumn({ type: 'text', collation: 'C' }) stream: string;
  @PrimaryColumn('uuid') id: EntryId;
  @Column('bigint') position: number;
  @Column('int') revision: number;
  @Column({ type: 'text', collation: 'C' }) kind: ProposalKind;
  /** The type of the entry that it is about, or that it reports; null where the entry that it names is not there. */
  @Column({ type: 'text', collation: 'C', nullable: true }) about: string | null;
  /** The entry that it is about; null for a report. */
  @Column({ type: 'uuid', nullable: true }) original: EntryId | null;
  /** From which day it would hold. */
  @Column({ name: 'effective_on', type: 'date' }) effectiveOn: CalendarDate;
  @Column({ name: 'proposed_on', type: 'date' }) proposedOn: CalendarDate;
  /** Everybody who had a hand in it, people and accounts, and their units: none of them answers. */
  @Column('text', { array: true }) people: readonly (PersonId | AccountId)[];
  @Column('text', { array: true }) units: readonly UnitId[];
  @Column({ name: 'due_on', type: 'date' }) dueOn: CalendarDate;
  /** The lowest level from which it may be answered; null where any may. */
  @Column({ type: 'text', collation: 'C', nullable: true }) level: Level | null;
  /** Null while it waits. */
  @Column({ type: 'text', collation: 'C', nullable: true }) outcome: ProposalOutcome | null;
  @Column({ name: 'answered_on', type: 'date', nullable: true }) answeredOn: CalendarDate | null;
  @Column({ name: 'answered_by', type: 'text', collation: 'C', nullable: true }) answeredBy: PersonId | null;
  @Column({ name: 'answered_for', type: 'text', collation: 'C', nullable: true }) answeredFor: UnitId | null;
}
