import type { Relation } from '@lookback/case/identification';
import { Indexed } from '@lookback/log/read-model';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What members can be found by: the one table of read models that holds personal data. An erased person is not in it. */
@Entity({ schema: 'read', name: 'person' })
@Indexed('(name text_pattern_ops)')
@Indexed('(same_number)')
export class PersonRow {
  @PrimaryColumn({ type: 'text', collation: 'C' }) stream: string;
  @PrimaryColumn({ type: 'text', collation: 'C' }) member: string;
  @Column({ type: 'text', collation: 'C' }) relation: Relation;
  @Column({ type: 'text', collation: 'C' }) name: string;
  /** Keyed hash of the citizen number, or of another document's: equal where the numbers are; null where there is none. */
  @Column({ name: 'same_number', type: 'text', collation: 'C', nullable: true }) sameNumber: string | null;
}
