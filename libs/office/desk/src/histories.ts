import type { StreamName } from '@lookback/kernel';
import { Gathered } from '@lookback/log/database';
import { type Appended, type Entry, EventLog, LogAway } from '@lookback/log/event-log';
import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { Known } from './known.js';

/** How many entries of all streams together are kept. */
const mostKept = 50_000;

/**
 * Streams as they stand, for whoever decides: those that are asked for while others are read are read together, each once, however
 * many commands rest on it; and of those that were asked for last only what came since. What is kept is opened: where a key is
 * destroyed it has to go too.
 */
@Injectable()
export class Histories {
  private readonly known = new LRUCache<StreamName, Known>({ maxSize: mostKept, sizeCalculation: ({ entries }) => entries.length });
  private readonly read: Gathered<StreamName, Known>;

  constructor(private readonly log: EventLog) {
    this.read = new Gathered<StreamName, Known>({
      ask: (streams) => this.ask(streams),
      isOfAll: (error) => error instanceof LogAway,
    });
  }

  /** A stream as the log has it; `Known.nothing` where there is none. Whoever asks while nothing comes gets the same. */
  of(stream: StreamName): Promise<Known> {
    return this.read.of(stream);
  }

  /** A stream as this process knows it, without asking: for whoever appends after it, as the log refuses where others have appended. */
  kept(stream: StreamName): Known | undefined {
    const known = this.known.get(stream);
    return known?.isBehind ? undefined : known;
  }

  /** What was appended after a stream as it was known. */
  grow(stream: StreamName, known: Known, { entries }: Appended): void {
    this.keep(stream, entries ? known.with(entries) : known.leftBehind());
  }

  /** Has the stream read whole, unless it is known further by now. */
  forget(stream: StreamName, known: Known): void {
    if (this.known.get(stream) === known) this.known.delete(stream);
  }

  private async ask(streams: readonly StreamName[]): Promise<Known[]> {
    const known = streams.map((stream) => this.known.get(stream) ?? Known.nothing);
    const later: Entry[][] = await this.log.readStreams(
      streams,
      known.map(({ entries }) => entries.length + 1),
    );
    return streams.map((stream, i) => this.keep(stream, (known[i] as Known).with(later[i] ?? [])));
  }

  private keep(stream: StreamName, known: Known): Known {
    const further = (this.known.get(stream)?.entries.length ?? 0) > known.entries.length;
    if (known.entries.length > 0 && !further) this.known.set(stream, known);
    return known;
  }
}
