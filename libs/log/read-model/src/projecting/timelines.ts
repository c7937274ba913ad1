import type { StreamName } from '@lookback/kernel';
import { type Entry, LogCorrupted, type OnBroken } from '@lookback/log/event-log';
import { entriesKept } from '@lookback/log/runtime';
import { LRUCache } from 'lru-cache';
import type { Model } from '../storage/model.js';
import { Timeline } from '../timeline/timeline.js';
import type { ReadableLog } from './reading.js';

/** A stream as it stood before a batch, and what the batch brings. */
export interface Touched {
  readonly timeline: Timeline;
  readonly fresh: readonly Entry[];
}

/** The timelines of the streams that were touched last, read from the log where they are not kept. */
export class Timelines {
  private readonly kept: LRUCache<StreamName, Timeline>;

  constructor(
    private readonly log: Pick<ReadableLog, 'readStreams'>,
    private readonly models: readonly Model[],
  ) {
    this.kept = new LRUCache({ maxSize: entriesKept(), sizeCalculation: ({ revision }) => Math.max(1, revision) });
  }

  /** Each stream of a batch as it stood before it, without those that are broken; nothing later than `upTo` is fresh. */
  async before(batch: ReadonlyMap<StreamName, readonly Entry[]>, upTo: number, onBroken: OnBroken): Promise<Touched[]> {
    const touched: Touched[] = [];
    const missing: StreamName[] = [];
    for (const [stream, fresh] of batch) {
      const timeline = this.kept.get(stream) ?? (fresh[0]?.revision === 1 ? newTimeline(stream, this.models) : undefined);
      if (timeline) touched.push({ timeline, fresh });
      else missing.push(stream);
    }
    for (const [stream, entries] of await this.read(missing, onBroken)) {
      const fresh = batch.get(stream) ?? [];
      touched.push({ timeline: this.replayed(stream, before(entries, fresh)), fresh: upToPosition(entries, upTo) });
    }
    return touched.flatMap((one) => this.following(one, onBroken) ?? []);
  }

  /** What a stream stands at is kept for the next batch. */
  keep(timeline: Timeline): void {
    this.kept.set(timeline.stream, timeline);
  }

  /** What cannot be folded further is read anew when it is next asked for. */
  forget(stream: StreamName): void {
    this.kept.delete(stream);
  }

  private replayed(stream: StreamName, entries: readonly Entry[]): Timeline {
    const timeline = newTimeline(stream, this.models);
    for (const entry of entries) timeline.take(entry, () => undefined);
    return timeline;
  }

  /** What of the batch comes after what is known; undefined, and told to be broken, where it does not follow on it. */
  private following({ timeline, fresh }: Touched, onBroken: OnBroken): Touched | undefined {
    const next = fresh.filter(({ revision }) => revision > timeline.revision);
    const { stream, revision } = timeline;
    if ((next[0]?.revision ?? revision + 1) === revision + 1) return { timeline, fresh: next };
    this.kept.delete(stream);
    onBroken(new LogCorrupted('missing', { stream, revision: revision + 1 }));
    return undefined;
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
}

/** A stream of which nothing is known yet, as some models read it. @throws Error where none of them is of its kind. */
export function newTimeline(stream: StreamName, models: readonly Model[]): Timeline {
  const chapter = models.flatMap((model) => model.chapterOf(stream) ?? [])[0];
  if (!chapter) throw new Error(`no model is of ${stream}`);
  return new Timeline(
    stream,
    chapter,
    models.flatMap((model) => model.readingOf(stream) ?? []),
  );
}

const before = (entries: readonly Entry[], [first]: readonly Entry[]): Entry[] =>
  entries.filter(({ revision }) => revision < (first?.revision ?? 1));
const upToPosition = (entries: readonly Entry[], upTo: number): Entry[] => entries.filter(({ position }) => position <= upTo);
