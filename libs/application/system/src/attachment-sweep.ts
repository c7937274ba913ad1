import { Attachments } from '@lookback/log/attachment';
import { EventLog } from '@lookback/log/event-log';
import { Clock } from '@lookback/office/desk';
import { Injectable } from '@nestjs/common';

/** Milliseconds for which an attachment waits to be named by an entry: a week, as an official who was on the way may be back online late. */
export const waitsFor = 7 * 86_400_000;

/** The clock's sweeping of attachments that no entry came to name. */
@Injectable()
export class AttachmentSweep {
  constructor(
    private readonly attachments: Attachments,
    private readonly log: EventLog,
    private readonly clock: Clock,
  ) {}

  /** Gives how many it removed. */
  sweep(signal?: AbortSignal): Promise<number> {
    return this.attachments.sweep(this.log, new Date(this.clock.now().getTime() - waitsFor), signal);
  }
}
