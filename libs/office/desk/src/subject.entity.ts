import type { PersonId, RegionCode, UnitId } from '@lookback/kernel';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One subject of any kind: where it lies today, by itself and by others, and who stands in its circle, for whatever is asked of many subjects at once. */
@Entity({ schema: 'read', name: 'subject' })
@Index(['opened'])
export class SubjectRow {
  @PrimaryColumn({ type: 'text', collation: 'C' }) stream: string;
  @Column({ type: 'text', collation: 'C' }) kind: string;
  /** Position of its first entry: by it registers know it. */
  @Column('bigint') opened: number;
  /** The smallest region in which all of it lies; null where it lies nowhere in particular. */
  @Column({ type: 'text', collation: 'C', nullable: true }) region: RegionCode | null;
  @Column('text', { array: true }) regions: readonly RegionCode[];
  @Column('text', { array: true }) units: readonly UnitId[];
  @Column('text', { array: true }) circle: readonly PersonId[];
  @Column('boolean') released: boolean;
  /** Where its posts lie, of a person; empty of all else. */
  @Column('text', { array: true }) serves: readonly RegionCode[];
  /** It lies also where this person serves. */
  @Column({ type: 'text', collation: 'C', nullable: true }) person: PersonId | null;
  /** It lies also where these units do. */
  @Column({ name: 'placed_by', type: 'text', array: true }) placedBy: readonly UnitId[];
}
