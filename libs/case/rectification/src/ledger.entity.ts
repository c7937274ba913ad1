import type { CalendarDate, Level, PersonId, RegionCode, UnitId } from '@lookback/kernel';
import { Indexed } from '@lookback/log/read-model';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PeopleAnswer, CancelNumber, ClassCode, Priority, ProblemNumber, ProblemStatus, SourceCode } from './rectification.codes.js';

const Text = (name?: string) => Column({ ...(name !== undefined && { name }), type: 'text', collation: 'C' });
const TextOrNot = (name?: string) => Column({ ...(name !== undefined && { name }), type: 'text', collation: 'C', nullable: true });
const DayOrNot = (name: string) => Column({ name, type: 'date', nullable: true });

/** One line of the rectification ledger 整改台账: a problem as it stands. No word of anybody is in it, only codes, days and ids. */
@Entity({ schema: 'read', name: 'problem' })
@Indexed('(found_on, number, stream)')
@Indexed('(village, found_on, number, stream)')
@Indexed('(unit, found_on, number, stream)')
@Indexed('(leader, found_on, number, stream)')
@Indexed('(staff, found_on, number, stream)')
@Indexed('(status, due_on, number, stream)')
@Indexed("(due_on, number, stream) WHERE status IN ('handed-over', 'accepted', 'returned') AND limit_set_on IS NOT NULL")
@Indexed("(due_on, number, stream) WHERE status IN ('found', 'disputed', 'reopened')")
@Indexed('(class, found_on, number, stream)')
@Indexed('(source, found_on, number, stream)')
export class ProblemRow {
  @PrimaryColumn({ type: 'text', collation: 'C' }) stream: string;
  @PrimaryColumn({ type: 'text', collation: 'C' }) number: ProblemNumber;
  /** Of whom it concerns, if the registry gave one. */
  @TextOrNot('subject_number') subjectNumber: string | null;
  @Text() county: RegionCode;
  @Text() township: RegionCode;
  @Text() village: RegionCode;
  @Text() status: ProblemStatus;
  @Text() class: ClassCode;
  @Text() source: SourceCode;
  @TextOrNot() level: Level | null;
  @Text() priority: Priority;
  @Column({ name: 'found_on', type: 'date' }) foundOn: CalendarDate;
  /** The day of which class and source were said: of the finding, or of the list that brought it. */
  @Text('coded_on') codedOn: CalendarDate;
  @TextOrNot() leader: PersonId | null;
  @TextOrNot() unit: UnitId | null;
  @TextOrNot() staff: PersonId | null;
  @DayOrNot('handed_over_on') handedOverOn: CalendarDate | null;
  /** Of who handed over. */
  @TextOrNot('handed_over_level') handedOverLevel: Level | null;
  @DayOrNot('due_on') dueOn: CalendarDate | null;
  /** From which that limit holds; null where it is only stated by a list. */
  @DayOrNot('limit_set_on') limitSetOn: CalendarDate | null;
  @Column('int') extensions: number;
  @DayOrNot('accepted_on') acceptedOn: CalendarDate | null;
  @DayOrNot('reported_on') reportedOn: CalendarDate | null;
  @TextOrNot('reported_by') reportedBy: PersonId | null;
  @DayOrNot('verified_on') verifiedOn: CalendarDate | null;
  @TextOrNot('people_answer') peopleAnswer: PeopleAnswer | null;
  @DayOrNot('cancelled_on') cancelledOn: CalendarDate | null;
  @TextOrNot('cancel_number') cancelNumber: CancelNumber | null;
  @Column('int') relapses: number;
  /** The last step of the ladder that was sent for this limit. */
  @Column({ name: 'last_step', type: 'int', nullable: true }) lastStep: number | null;
  @Column({ name: 'taken_over', type: 'boolean' }) takenOver: boolean;
}
