import { LedgerQuery, type ProblemListed, reminderDue, SendReminder } from '@lookback/case/rectification';
import { household } from '@lookback/case/household';
import { type CalendarDate, daysAfter, Refusal } from '@lookback/kernel';
import { EventLog } from '@lookback/log/event-log';
import { Projector } from '@lookback/log/read-model';
import { anySubject, Clock, Desk, StandardsInForce } from '@lookback/office/desk';
import { Injectable } from '@nestjs/common';
import { Ladders } from './ladders.js';

/** Milliseconds that the read models may take to come up to the log. */
const patience = 60_000;
/** How many days before its limit a ladder may begin, at most. */
const ladderBegins = 366;

/**
 * The clock's reminders: the ledger says who may have to be reminded, and the desk decides on the history itself.
 * Keys say problem, step and day, and a step that was sent is refused: killed at any moment and begun again, or run by several
 * servers at once, each is sent once.
 */
@Injectable()
export class Reminders {
  constructor(
    private readonly desk: Desk,
    private readonly query: LedgerQuery,
    private readonly standards: StandardsInForce,
    private readonly log: EventLog,
    private readonly projector: Projector,
    private readonly clock: Clock,
  ) {}

  /** Sends what is due today, and gives how many it recorded. Throws what the log throws when it is away. */
  async send(signal?: AbortSignal): Promise<number> {
    await this.projector.reached(await this.log.head(), { timeoutMs: patience });
    const today = this.clock.today();
    const ladders = new Ladders(this.standards, today);
    let sent = 0;
    for await (const page of this.query.remindable(daysAfter(today, ladderBegins)))
      for (const problem of page) {
        if (signal?.aborted) return sent;
        const ladder = await ladders.find(problem.county);
        const { status, dueOn, limitSetOn, lastStep } = problem;
        const due = ladder && reminderDue({ status, dueOn, limitSetOn, lastStep, duties: problem }, ladder, today);
        if (due && (await this.remind(problem, due.step, today))) sent += 1;
      }
    return sent;
  }

  /** False where the history, which knows better than the ledger, refuses. */
  private async remind({ stream, number: problem }: ProblemListed, step: number, today: CalendarDate): Promise<boolean> {
    const request = {
      subject: anySubject(household),
      id: stream.slice(household.name.length + 1),
      command: SendReminder.from({ problem, step }),
      envelope: { effectiveOn: today },
      who: { process: 'clock' } as const,
      key: `reminder/${problem}/${step}/${today}`,
    };
    try {
      await this.desk.submit(request);
      return true;
    } catch (error) {
      if (error instanceof Refusal) return false;
      throw error;
    }
  }
}
