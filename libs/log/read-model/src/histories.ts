import { History, type StreamName } from '@lookback/kernel';
import type { Entry } from '@lookback/log/event-log';
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

  /** Each stream of a batch as it stands after it; nothing later than `upTo` is in it. */
  async after(batch: ReadonlyMap<StreamName, readonly Entry[]>, upTo: number): Promise<Map<StreamName, History>> {
    const touched = new Map<StreamName, History>();
    for (const [stream, [first]] of batch) {
      const history = this.kept.get(stream) ?? (first?.revision === 1 ? new History() : undefined);
      if (history) touched.set(stream, history);
    }
    const missing = [...batch.keys()].filter((stream) => !touched.has(stream));
    const read = missing.length > 0 ? await this.log.readStreams(missing) : [];
    missing.forEach((stream, i) => touched.set(stream, historyOf(read[i] ?? [], upTo)));
    for (const [stream, history] of touched) this.keep(stream, history, batch.get(stream) ?? []);
    return touched;
  }

  private keep(stream: StreamName, history: History, fresh: readonly Entry[]): void {
    history.take(fresh);
    this.kept.set(stream, history);
  }
}

const historyOf = (entries: readonly Entry[], upTo: number): History => History.of(entries.filter(({ position }) => position <= upTo));
