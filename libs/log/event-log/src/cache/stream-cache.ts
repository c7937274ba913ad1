import type { StreamName } from '@lookback/kernel';
import { entriesKept, RequestBatcher } from '@lookback/log/runtime';
import { LRUCache } from 'lru-cache';
import { CachedStream } from './cached-stream.js';
import { LogUnavailable } from '../port/errors.js';
import type { Appended, Entry, EventLog } from '../port/event-log.js';

/** Milliseconds for which a look at the log, whatever stream it was for, tells that what is kept was not changed past the log. */
const guarded = 100;

/**
 * Streams as they stand, for deciders: those that are asked for while others are looked at are looked at together, each once,
 * however many commands rest on it; and of those that were asked for last only what came since is read. What is kept is opened: where
 * a key is destroyed it has to go too.
 */
export class StreamCache {
  private known = nothingKept();
  private guards: string | undefined;
  /** When the log last vouched by its guards for what is kept, by a clock that nobody sets. */
  private lookedAt = -Infinity;
  private readonly looked: RequestBatcher<StreamName, CachedStream>;

  constructor(private readonly log: EventLog) {
    this.looked = new RequestBatcher<StreamName, CachedStream>({
      ask: (streams) => this.ask(streams),
      isOfAll: (error) => error instanceof LogUnavailable,
    });
  }

  /** A stream as the log has it; `CachedStream.nothing` where there is none. As long as nothing comes, each call gives the same object. */
  load(stream: StreamName): Promise<CachedStream> {
    return this.looked.load(stream);
  }

  /**
   * A stream as it is kept, where the log vouched for it just now, for a caller that then appends: the log refuses what does not follow
   * its last entry. Another process may have appended since; so what a rule refuses on it is to be decided anew on what `load` gives.
   */
  kept(stream: StreamName): CachedStream | undefined {
    return performance.now() - this.lookedAt < guarded ? this.known.get(stream) : undefined;
  }

  /** Whether a stream is still kept as it was read: this process has appended nothing to it since. The log is not asked. */
  isKept(stream: StreamName, known: CachedStream): boolean {
    return this.known.get(stream) === known;
  }

  /** What was appended after a stream as it was known; where the log did not give it back it is read from there. */
  grow(stream: StreamName, known: CachedStream, { entries }: Appended): void {
    if (known.entries.length > 0 && !this.known.has(stream)) return; // it went, so that it is read anew
    keep(this.known, stream, entries ? known.with(entries) : known.anew());
  }

  /** Where what keeps entries from being changed was taken off since, nothing is taken for what it was: all is read and checked anew. */
  private keptUnder(guards: string | undefined): Kept {
    if (guards === undefined || guards !== this.guards) this.known = nothingKept();
    this.guards = guards;
    return this.known;
  }

  private async ask(streams: readonly StreamName[]): Promise<CachedStream[]> {
    const at = performance.now();
    const { guards, revisions } = await this.log.standing(streams);
    const kept = this.keptUnder(guards);
    this.lookedAt = guards === undefined ? -Infinity : at;
    const known = streams.map((stream) => kept.get(stream) ?? CachedStream.nothing);
    const later = await this.later(streams.flatMap((stream, i) => {
      const { length } = (known[i] as CachedStream).entries;
      return length === revisions?.[i] ? [] : [{ stream, from: length + 1 }];
    })); // prettier-ignore
    return streams.map((stream, i) => keep(kept, stream, (known[i] as CachedStream).with(later.get(stream) ?? [])));
  }

  private async later(pieces: readonly { readonly stream: StreamName; readonly from: number }[]): Promise<Map<StreamName, Entry[]>> {
    if (pieces.length === 0) return new Map();
    const [streams, from] = [pieces.map((piece) => piece.stream), pieces.map((piece) => piece.from)];
    const entries = await this.log.readStreams(streams, from);
    return new Map(streams.map((stream, i) => [stream, entries[i] ?? []]));
  }
}

type Kept = LRUCache<StreamName, CachedStream>;
const nothingKept = (): Kept => new LRUCache({ maxSize: entriesKept(), sizeCalculation: ({ entries }: CachedStream) => entries.length });

function keep(all: Kept, stream: StreamName, known: CachedStream): CachedStream {
  const further = (all.get(stream)?.entries.length ?? 0) > known.entries.length;
  if (known.entries.length > 0 && !further) all.set(stream, known);
  return known;
}
