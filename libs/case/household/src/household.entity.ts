import type { Attribute, CauseCode, HouseholdNumber } from '@lookback/case/identification';
import type { Standing } from '@lookback/case/standing';
import type { CalendarDate, RegionCode } from '@lookback/kernel';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One household as it stands. */
@Entity({ schema: 'read', name: 'household' })
@Index(['number'])
@Index(['village', 'stream'])
export class HouseholdRow {
  @PrimaryColumn({ type: 'text', collation: 'C' }) stream: string;
  /** Null until the registry has given one. */
  @Column({ type: 'text', collation: 'C', nullable: true }) number: HouseholdNumber | null;
  @Column({ type: 'text', collation: 'C' }) county: RegionCode;
  @Column({ type: 'text', collation: 'C' }) township: RegionCode;
  @Column({ type: 'text', collation: 'C' }) village: RegionCode;
  @Column({ type: 'text', collation: 'C' }) standing: Standing;
  @Column({ type: 'text', collation: 'C', nullable: true }) attribute: Attribute | null;
  @Column({ name: 'main_cause', type: 'text', collation: 'C', nullable: true }) mainCause: CauseCode | null;
  /** The day of which the causes were said: their words are those of the list of that day. */
  @Column({ name: 'cause_since', type: 'text', collation: 'C' }) causeSince: CalendarDate;
  @Column('int') people: number;
  /** Net, a year, in fen; null while no income is on record. */
  @Column({ name: 'income_per_person_fen', type: 'bigint', nullable: true }) incomePerPersonFen: number | null;
}
