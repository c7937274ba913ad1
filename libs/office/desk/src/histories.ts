import type { StreamName } from '@lookback/kernel';
import { Gathered } from '@lookback/log/database';
import { type Entry, EventLog, LogAway } from '@lookback/log/event-log';
import { Injectable } from '@nestjs/common';

/**
 * Streams as they stand, for whoever decides: those that are asked for while others are read are read together, each once, however
 * many commands rest on it. A list decided in one go asks for the same standards and posts thousands of times.
 */
@Injectable()
export class Histories {
  private readonly read: Gathered<StreamName, readonly Entry[]>;

  constructor(log: EventLog) {
    this.read = new Gathered<StreamName, readonly Entry[]>({
      ask: (streams) => log.readStreams(streams),
      isOfAll: (error) => error instanceof LogAway,
    });
  }

  /** A stream's entries; none where there is no such stream. Whoever asks in one go gets the same array. */
  of(stream: StreamName): Promise<readonly Entry[]> {
    return this.read.of(stream);
  }
}
