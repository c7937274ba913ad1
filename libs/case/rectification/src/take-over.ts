import type { CalendarDate, PersonId, UnitId } from '@lookback/kernel';
import type { ListPlace } from './rectification.state.js';
import type { CancelNumber, ClassCode, ProblemNumber, SourceCode, StatedStatus } from './rectification.codes.js';

/** Takes one problem over from a ledger: what its row says, and where it stands. No route asks it; one commit a problem. */
export class TakeOverProblem {
  readonly number: ProblemNumber;
  readonly list: ListPlace;
  readonly status: StatedStatus;
  readonly source: SourceCode;
  readonly class: ClassCode;
  readonly words: string;
  readonly measure: string | null;
  readonly leader: PersonId | null;
  readonly unit: UnitId | null;
  readonly staff: PersonId | null;
  readonly foundOn: CalendarDate;
  readonly dueOn: CalendarDate | null;
  readonly cancelledOn: CalendarDate | null;
  readonly cancelNumber: CancelNumber | null;
  readonly asWritten: Readonly<Record<string, string>> | null;

  /** What is listed, or that with something changed. */
  static from(listed: TakeOverProblem, changed: Partial<TakeOverProblem> = {}): TakeOverProblem {
    return Object.assign(new TakeOverProblem(), listed, changed);
  }
}
