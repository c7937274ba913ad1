import { History, type StreamName } from '@lookback/kernel';
import type { Entry } from '@lookback/log/event-log';
import type { ReadableLog } from './reading.js';
import type { Change, Parked } from './change.js';
import type { Model } from './model.js';
import { isOf, journalled, projected } from './work.js';

/** How many entries wait in memory for the end of their streams; streams beyond that are read again. */
const room = 50_000;
/** How many entries' streams are folded and written in one go, about. */
const entriesAtOnce = 5_000;

type Write = (changes: readonly Change[]) => Promise<void>;
interface Parts {
  readonly log: ReadableLog;
  readonly models: readonly Model[];
  readonly write: Write;
}

/** Rows of a whole log: journals as it is read, states when it has been, each stream once. While PostgreSQL writes some the next are made. */
export class Bulk {
  readonly parked: Parked[] = [];
  private readonly whole = new Map<StreamName, Entry[]>();
  /** How many entries each has that did not fit. */
  private readonly later = new Map<StreamName, number>();
  private waiting = 0;
  private writing: Promise<void> = Promise.resolve();

  constructor(private readonly parts: Parts) {}

  async take(entries: readonly Entry[]): Promise<void> {
    const journals = this.parts.models.filter(({ projection }) => projection.reads === 'entries');
    const results = entries.flatMap((entry) => journals.map((model) => journalled(model, entry)));
    for (const entry of entries) if (this.parts.models.some((model) => isOf(model, entry.stream))) this.gather(entry);
    await this.put(results);
  }

  /** Writes every stream's rows as of `upTo`, the last position taken. */
  async end(upTo: number, onStreams: () => void): Promise<void> {
    for (const streams of slices([...this.whole].map(([stream, { length }]) => [stream, length]))) {
      onStreams();
      await this.states(streams.map((stream) => [stream, this.whole.get(stream) ?? []]));
      for (const stream of streams) this.whole.delete(stream);
    }
    for await (const streams of this.readAgain()) {
      onStreams();
      await this.states(streams.map(([stream, entries]) => [stream, entries.filter(({ position }) => position <= upTo)]));
    }
    await this.writing;
  }

  /** Settles when nothing is being written any more, whatever became of it. */
  settled(): Promise<void> {
    return this.writing.catch(() => undefined);
  }

  /** Streams that did not fit; while some are in hand the next are read. */
  private async *readAgain(): AsyncGenerator<(readonly [StreamName, readonly Entry[]])[]> {
    const all = [...slices([...this.later])];
    const read = (i: number) => {
      const reading = this.parts.log.readStreams(all[i] ?? []);
      reading.catch(() => undefined); // told when it is waited for
      return reading;
    };
    let ahead = read(0);
    for (const [i, streams] of all.entries()) {
      const entries = await ahead;
      ahead = read(i + 1);
      yield streams.map((stream, nth) => [stream, entries[nth] ?? []] as const);
    }
  }

  private gather(entry: Entry): void {
    const { stream } = entry;
    const left = this.later.get(stream);
    if (left !== undefined) return void this.later.set(stream, left + 1);
    const known = this.whole.get(stream) ?? [];
    if (this.waiting < room) {
      known.push(entry);
      this.whole.set(stream, known);
      this.waiting++;
    } else {
      this.later.set(stream, known.length + 1);
      this.whole.delete(stream);
      this.waiting -= known.length;
    }
  }

  private async states(streams: readonly (readonly [StreamName, readonly Entry[]])[]): Promise<void> {
    await this.put(
      streams.flatMap(([stream, entries]) => {
        const subject = { stream, history: History.of(entries), position: entries.at(-1)?.position ?? 0, replaces: false };
        return this.parts.models.filter((model) => isOf(model, stream)).map((model) => projected(model, subject));
      }),
    );
  }

  private async put(results: readonly (Change | Parked | undefined)[]): Promise<void> {
    const changes: Change[] = [];
    for (const result of results) {
      if (result && 'rows' in result) changes.push(result);
      else if (result) this.parked.push(result);
    }
    await this.writing;
    this.writing = this.parts.write(changes);
    this.writing.catch(() => undefined); // told by whoever waits for it
  }
}

function* slices(streams: Iterable<readonly [StreamName, number]>): Generator<readonly StreamName[]> {
  let [slice, held]: [StreamName[], number] = [[], 0];
  for (const [stream, entries] of streams) {
    slice.push(stream);
    held += entries;
    if (held < entriesAtOnce) continue;
    yield slice;
    [slice, held] = [[], 0];
  }
  if (slice.length > 0) yield slice;
}
