import type { AccountId, CalendarDate, PersonId } from '@lookback/kernel';
import type { Right, Scope } from '@lookback/office/desk';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Login } from './account.events.js';

/** An account as it stands, for those who administer it. Nobody is let in by it: rights are folded from the log. */
@Entity({ schema: 'read', name: 'account' })
@Index(['login'])
export class AccountRow {
  @PrimaryColumn({ type: 'text', collation: 'C' }) stream: string;
  @Column({ type: 'text', collation: 'C' }) account: AccountId;
  @Column({ type: 'text', collation: 'C' }) login: Login;
  @Column({ type: 'text', collation: 'C', nullable: true }) person: PersonId | null;
  @Column('boolean') closed: boolean;
  /** False once a temporary one died: somebody has to set another. */
  @Column({ name: 'has_password', type: 'boolean' }) hasPassword: boolean;
  /** Until its owner has changed it. */
  @Column({ name: 'temporary_password', type: 'boolean' }) temporaryPassword: boolean;
  @Column({ name: 'opened_on', type: 'text', collation: 'C' }) openedOn: CalendarDate;
  @Column('jsonb') rights: readonly (Scope & { readonly right: Right })[];
}
