import type { PersonId, RegionCode, UnitId } from '@lookback/kernel';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** An official who can be found by his name: one row for each unit in which he holds a post, or one without a unit. An erased one is not in it. */
@Entity({ schema: 'read', name: 'official' })
@Index(['sameName'])
export class OfficialRow {
  @PrimaryColumn({ type: 'text', collation: 'C' }) stream: string;
  @PrimaryColumn('int') n: number;
  @Column({ type: 'text', collation: 'C' }) person: PersonId;
  /** Keyed hash of his name: equal where the names are. */
  @Column({ name: 'same_name', type: 'text', collation: 'C' }) sameName: string;
  /** Where he serves. */
  @Column({ type: 'text', collation: 'C' }) region: RegionCode;
  @Column({ type: 'text', collation: 'C', nullable: true }) unit: UnitId | null;
}
