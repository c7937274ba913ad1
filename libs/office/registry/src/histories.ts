import { setImmediate } from 'node:timers/promises';
import type { Entry, EventLog } from '@lookback/log/event-log';
import type { StreamName } from '@lookback/kernel';

interface Turn {
  readonly asked: Set<StreamName>;
  readonly read: Promise<ReadonlyMap<StreamName, readonly Entry[]>>;
}

/**
 * Streams read from the log, each once for all who ask for it in the same turn of the event loop: a list decided in one go
 * asks for the same standards and posts thousands of times. The read begins after every question, so nothing answered is stale.
 */
export class Histories {
  private turn: Turn | null = null;

  constructor(private readonly log: Pick<EventLog, 'readStreams'>) {}

  /** A stream's entries; none where there is no such stream. Whoever asks in one turn gets the same array. */
  async of(stream: StreamName): Promise<readonly Entry[]> {
    const { asked, read } = (this.turn ??= this.begin());
    asked.add(stream);
    return (await read).get(stream) ?? [];
  }

  private begin(): Turn {
    const asked = new Set<StreamName>();
    return { asked, read: this.readAfterThisTurn(asked) };
  }

  private async readAfterThisTurn(asked: ReadonlySet<StreamName>): Promise<ReadonlyMap<StreamName, readonly Entry[]>> {
    await setImmediate();
    this.turn = null;
    const streams = [...asked];
    const histories = await this.log.readStreams(streams);
    return new Map(streams.map((stream, i) => [stream, histories[i] ?? []]));
  }
}
