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
  private known = nothingKept();
  private guards: string | undefined;
  private readonly looked: Gathered<'guards', string | undefined>;
  private readonly read: Gathered<StreamName, Known>;

  constructor(private readonly log: EventLog) {
    this.read = new Gathered<StreamName, Known>({
      ask: (streams) => this.ask(streams),
      isOfAll: (error) => error instanceof LogAway,
    });
    this.looked = new Gathered({ ask: async () => [await this.log.guards()], isOfAll: () => true });
  }

  /** A stream as the log has it; `Known.nothing` where there is none. Whoever asks while nothing comes gets the same. */
  of(stream: StreamName): Promise<Known> {
    return this.read.of(stream);
  }

  /** A stream as this process knows it, without reading it: for whoever appends after it, as the log refuses where others have appended. */
  async kept(stream: StreamName): Promise<Known | undefined> {
    if (!this.known.has(stream)) return undefined;
    await this.keepWhatIsGuarded();
    const known = this.known.get(stream);
    return known?.isBehind ? undefined : known;
  }

  /** Whether a stream is still kept as it was read: this process has appended nothing to it since. The log is not asked. */
  isKept(stream: StreamName, known: Known): boolean {
    return this.known.get(stream) === known;
  }

  /** What was appended after a stream as it was known. */
  grow(stream: StreamName, known: Known, { entries }: Appended): void {
    if (known.entries.length > 0 && !this.known.has(stream)) return; // it went, so that it is read anew
    keep(this.known, stream, entries ? known.with(entries) : known.leftBehind());
  }

  /** Has the stream read whole, unless it is known further by now. */
  forget(stream: StreamName, known: Known): void {
    if (this.known.get(stream) === known) this.known.delete(stream);
  }

  /** Where what keeps entries from being changed was taken off since, nothing is taken for what it was: all is read and checked anew. */
  private async keepWhatIsGuarded(): Promise<void> {
    const guards = await this.looked.of('guards');
    if (guards !== undefined && guards === this.guards) return;
    this.guards = guards;
    this.known = nothingKept();
  }

  private async ask(streams: readonly StreamName[]): Promise<Known[]> {
    await this.keepWhatIsGuarded();
    const kept = this.known;
    const known = streams.map((stream) => kept.get(stream) ?? Known.nothing);
    const later: Entry[][] = await this.log.readStreams(
      streams,
      known.map(({ entries }) => entries.length + 1),
    );
    return streams.map((stream, i) => keep(kept, stream, (known[i] as Known).with(later[i] ?? [])));
  }
}

type Kept = LRUCache<StreamName, Known>;
const nothingKept = (): Kept => new LRUCache({ maxSize: mostKept, sizeCalculation: ({ entries }: Known) => entries.length });

function keep(all: Kept, stream: StreamName, known: Known): Known {
  const further = (all.get(stream)?.entries.length ?? 0) > known.entries.length;
  if (known.entries.length > 0 && !further) all.set(stream, known);
  return known;
}
