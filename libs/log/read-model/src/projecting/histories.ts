import { History, type StreamName } from '@lookback/kernel';
import { type Entry, LogCorrupted, type OnBroken } from '@lookback/log/event-log';
import type { ReadableLog } from './reading.js';
import { LRUCache } from 'lru-cache';

/** The histories that were touched last, read from the log where they are not kept. */
export class Histories {
  private readonly kept: LRUCache<StreamName, History>;

  /** @param entries how many entries of all streams together are kept. */
  constructor(
    private readonly log: Pick<ReadableLog, 'readStreams'>,
    entries = 50_000,
  ) {
    this.kept = new LRUCache({ maxSize: entries, sizeCalculation: ({ revision }) => Math.max(1, revision) });
  }

  /** Each stream of a batch as it stands after it, without those that are broken; nothing later than `upTo` is in it. */
  async after(batch: ReadonlyMap<StreamName, readonly Entry[]>, upTo: number, onBroken: OnBroken): Promise<Map<StreamName, History>> {
    const touched = new Map<StreamName, History>();
    for (const [stream, [first]] of batch) {
      const history = this.kept.get(stream) ?? (first?.revision === 1 ? new History() : undefined);
      if (history) touched.set(stream, history);
    }
    const missing = [...batch.keys()].filter((stream) => !touched.has(stream));
    for (const [stream, entries] of await this.read(missing, onBroken)) touched.set(stream, historyOf(entries, upTo));
    for (const [stream, history] of touched)
      if (!this.grows(stream, history, batch.get(stream) ?? [])) {
        touched.delete(stream);
        this.kept.delete(stream);
        onBroken(new LogCorrupted('missing', { stream, revision: history.revision + 1 }));
      }
    return touched;
  }

  /** All at once where none is broken; else each by itself. */
  private async read(streams: readonly StreamName[], onBroken: OnBroken): Promise<[StreamName, readonly Entry[]][]> {
    if (streams.length === 0) return [];
    try {
      const read = await this.log.readStreams(streams);
      return streams.map((stream, i) => [stream, read[i] ?? []]);
    } catch (error) {
      if (!(error instanceof LogCorrupted)) throw error;
      if (streams.length > 1) return (await Promise.all(streams.map((stream) => this.read([stream], onBroken)))).flat();
      onBroken(error);
      return [];
    }
  }

  /** False where what is fresh does not follow on what is known. */
  private grows(stream: StreamName, history: History, fresh: readonly Entry[]): boolean {
    const next = fresh.find(({ revision }) => revision > history.revision);
    if (next && next.revision !== history.revision + 1) return false;
    history.take(fresh);
    this.kept.set(stream, history);
    return true;
  }
}

const historyOf = (entries: readonly Entry[], upTo: number): History => History.from(entries.filter(({ position }) => position <= upTo));
