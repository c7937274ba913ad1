import { type CommandKey, EventLog, logEvents, logStream } from '@lookback/log/event-log';
import { Keys } from '@lookback/log/vault';
import { type InternalAsker, Clock } from '@lookback/office/desk';
import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';

/** Has it recorded that the clock is right now: servers that refuse to record since it parted then go on. */
@Injectable()
export class ClockConfirmation {
  constructor(
    private readonly log: EventLog,
    private readonly keys: Keys,
    private readonly clock: Clock,
  ) {}

  /** Gives the position of the entry. Throws what appending throws. */
  async confirm(who: InternalAsker): Promise<{ readonly position: number }> {
    const { position } = await this.log.append({
      stream: logStream,
      expected: (await this.log.readStream(logStream)).length,
      key: `clock/${randomUUID()}` as CommandKey,
      body: this.keys.bodyDigest('confirm clock'),
      by: {
        effectiveOn: this.clock.today(),
        mode: 'act',
        recordedBy: 'process' in who ? { process: who.process } : { account: who.account },
        reads: [],
        evidence: [],
        breaches: [],
      },
      events: [logEvents.clockConfirmed({ wallMs: this.clock.now().getTime() })],
    });
    return { position };
  }
}
