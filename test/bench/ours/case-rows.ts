import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A row a happening: what a journal projection writes. */
@Entity({ schema: 'read', name: 'case_row' })
export class CaseRow {
  @PrimaryColumn('bigint') position: number;
  @PrimaryColumn('int') n: number;
  @Column('text') stream: string;
  @Column('int') amountFen: number;
  @Column('text') phase: string;
}

/** A row a case: what a state projection writes. */
@Entity({ schema: 'read', name: 'case_state' })
export class CaseStateRow {
  @PrimaryColumn('text') stream: string;
  @Column('int') happenings: number;
  @Column('bigint') amountFen: number;
  @Column('text') phase: string;
}
