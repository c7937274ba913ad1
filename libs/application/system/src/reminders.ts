import { Refusal } from '@lookback/kernel';
import { EventLog } from '@lookback/log/event-log';
import { Projector } from '@lookback/log/read-model';
import { Clock, Desk, type DueReminder, Parts, StandardsInForce } from '@lookback/office/desk';
import { Injectable } from '@nestjs/common';
import { HeavyReads } from './heavy/heavy-reads.js';

/** Milliseconds that the read models may take to come up to the log. */
const patience = 60_000;

/**
 * The clock's reminders: each part says what may be due, and the desk decides on the history itself. Keys say which step of which limit, and
 * a step that was sent is refused: killed at any moment and begun again, or run by several servers at once, each is sent once.
 */
@Injectable()
export class Reminders {
  constructor(
    private readonly desk: Desk,
    private readonly parts: Parts,
    private readonly database: HeavyReads,
    private readonly standards: StandardsInForce,
    private readonly log: EventLog,
    private readonly projector: Projector,
    private readonly clock: Clock,
  ) {}

  /** Sends what is due today, and gives how many it recorded. Throws what the log throws when it is away. */
  async send(signal?: AbortSignal): Promise<number> {
    await this.projector.reached(await this.log.head(), { timeoutMs: patience });
    const today = this.clock.today();
    let sent = 0;
    for (const reminding of this.parts.reminders)
      for await (const page of reminding({ database: this.database, standards: this.standards }, today))
        for (const due of page) {
          if (signal?.aborted) return sent;
          if (await this.remind(due, today)) sent += 1;
        }
    return sent;
  }

  /** False where the history, which knows better than the read models, refuses. */
  private async remind(due: DueReminder, effectiveOn: ReturnType<Clock['today']>): Promise<boolean> {
    try {
      await this.desk.submit({ ...due, envelope: { effectiveOn }, who: { process: 'clock' } });
      return true;
    } catch (error) {
      if (error instanceof Refusal) return false;
      throw error;
    }
  }
}
