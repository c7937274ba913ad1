import type { CalendarDate, Level, PersonId, RegionCode, UnitId } from '@lookback/kernel';
import { Indexed } from '@lookback/log/read-model';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { PostKind } from './post.codes.js';

/** An official who can be found by name: one row for each post held now or before, or one without a post. An erased one is not in it. */
@Entity({ schema: 'read', name: 'official' })
@Index(['sameName'])
@Index(['samePhone'])
@Index(['unit'])
@Indexed('USING gin (begins)')
export class OfficialRow {
  @PrimaryColumn({ type: 'text', collation: 'C' }) stream: string;
  @PrimaryColumn('int') n: number;
  @Column({ type: 'text', collation: 'C' }) person: PersonId;
  /** Keyed hash of the name: equal where the names are. */
  @Column({ name: 'same_name', type: 'text', collation: 'C' }) sameName: string;
  /** Keyed hash of the telephone number; null where none is on record. */
  @Column({ name: 'same_phone', type: 'text', collation: 'C', nullable: true }) samePhone: string | null;
  /** Keyed hashes of the beginnings of the name, so that a search finds the official and the name stands nowhere. */
  @Column('text', { array: true }) begins: readonly string[];
  /** Where the official serves. */
  @Column({ type: 'text', collation: 'C' }) region: RegionCode;
  @Column({ type: 'text', collation: 'C', nullable: true }) unit: UnitId | null;
  @Column({ type: 'text', collation: 'C', nullable: true }) post: PostKind | null;
  @Column({ type: 'text', collation: 'C', nullable: true }) level: Level | null;
  @Column({ name: 'unit_region', type: 'text', collation: 'C', nullable: true }) unitRegion: RegionCode | null;
  @Column({ type: 'text', collation: 'C', nullable: true }) since: CalendarDate | null;
  /** The first day on which the post was held no more; null while it is held. */
  @Column({ type: 'text', collation: 'C', nullable: true }) until: CalendarDate | null;
}
