import type { Attribute, CauseCode, HouseholdNumber } from '@lookback/case/identification';
import type { Standing } from '@lookback/case/standing';
import type { RegionCode } from '@lookback/kernel';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One household as it stands. */
@Entity({ schema: 'read', name: 'household' })
@Index(['number'])
@Index(['village', 'number'])
export class HouseholdRow {
  @PrimaryColumn({ type: 'text', collation: 'C' }) stream: string;
  @Column({ type: 'text', collation: 'C' }) number: HouseholdNumber;
  @Column({ type: 'text', collation: 'C' }) county: RegionCode;
  @Column({ type: 'text', collation: 'C' }) township: RegionCode;
  @Column({ type: 'text', collation: 'C' }) village: RegionCode;
  @Column({ type: 'text', collation: 'C' }) standing: Standing;
  @Column({ type: 'text', collation: 'C' }) attribute: Attribute;
  @Column({ name: 'main_cause', type: 'text', collation: 'C', nullable: true }) mainCause: CauseCode | null;
  @Column('int') people: number;
  /** Net, a year, in fen. */
  @Column({ name: 'income_per_person_fen', type: 'bigint' }) incomePerPersonFen: number;
}
