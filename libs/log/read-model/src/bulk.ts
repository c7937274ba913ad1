import { History, type StreamName } from '@lookback/kernel';
import type { Entry } from '@lookback/log/event-log';
import type { ReadableLog } from './reading.js';
import type { Change, Parked } from './change.js';
import type { Model } from './model.js';
import { isOf, journalled, projected } from './work.js';

/** How many entries wait in memory for the end of their streams; streams beyond that are read again, one by one. */
const room = 50_000;
const streamsAtOnce = 250;

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
  private readonly later = new Set<StreamName>();
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
    for (const streams of slices([...this.whole.keys()])) {
      onStreams();
      await this.states(streams.map((stream) => [stream, this.whole.get(stream) ?? []]));
      for (const stream of streams) this.whole.delete(stream);
    }
    for (const streams of slices([...this.later])) {
      onStreams();
      const read = await this.parts.log.readStreams(streams);
      await this.states(streams.map((stream, i) => [stream, (read[i] ?? []).filter(({ position }) => position <= upTo)]));
    }
    await this.writing;
  }

  /** Settles when nothing is being written any more, whatever became of it. */
  settled(): Promise<void> {
    return this.writing.catch(() => undefined);
  }

  private gather(entry: Entry): void {
    const { stream } = entry;
    if (this.later.has(stream)) return;
    const known = this.whole.get(stream) ?? [];
    if (this.waiting < room) {
      known.push(entry);
      this.whole.set(stream, known);
      this.waiting++;
    } else {
      this.later.add(stream);
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

function* slices(streams: readonly StreamName[]): Generator<readonly StreamName[]> {
  for (let i = 0; i < streams.length; i += streamsAtOnce) yield streams.slice(i, i + streamsAtOnce);
}
