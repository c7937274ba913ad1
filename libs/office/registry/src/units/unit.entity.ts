import type { Level, RegionCode, UnitId } from '@lookback/kernel';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { UnitName } from '../public-name.js';
import type { UnitKind } from './unit.codes.js';

/** A public body, by its name. */
@Entity({ schema: 'read', name: 'unit' })
@Index(['name'])
export class UnitRow {
  @PrimaryColumn({ type: 'text', collation: 'C' }) stream: string;
  @Column({ type: 'text', collation: 'C' }) unit: UnitId;
  @Column({ type: 'text', collation: 'C' }) name: UnitName;
  @Column({ type: 'text', collation: 'C' }) kind: UnitKind;
  @Column({ type: 'text', collation: 'C' }) region: RegionCode;
  @Column({ type: 'text', collation: 'C' }) level: Level;
}
