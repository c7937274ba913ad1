import type { Entry, LogCorrupted } from '@lookback/log/event-log';
import { mapYielding } from '@lookback/log/runtime';
import type { ReadableLog } from './reading.js';
import type { Change, Parked } from '../storage/change.js';
import type { Model } from '../storage/model.js';
import { journalled, parkedAt } from './batch-projector.js';
import { advanced } from './stream-changes.js';
import { newTimeline } from './timelines.js';

type Write = (changes: readonly Change[]) => Promise<void>;
interface Parts {
  readonly log: ReadableLog;
  readonly models: readonly Model[];
  readonly write: Write;
}

/**
 * Rows of a whole log, stream by stream: each entry is read, checked and opened once for all models, and each stream folded once.
 * While PostgreSQL writes some the next are made.
 */
export class BulkProjector {
  readonly parked: Parked[] = [];
  /** Where the log is broken: of such a stream the entries before that are shown. */
  readonly broken: LogCorrupted[] = [];
  private writing: Promise<void> = Promise.resolve();

  constructor(private readonly parts: Parts) {}

  /** Makes the rows of every stream as of a position; `onEntries` is told how many entries those were that were just taken. */
  async upTo(position: number, onEntries: (entries: number) => void): Promise<void> {
    const { log, models, write } = this.parts;
    const onBroken = (broken: LogCorrupted) => {
      this.broken.push(broken);
      this.parked.push(...parkedAt(broken, models, position));
    };
    for await (const streams of log.readByStream({ upTo: position, kinds: kindsOf(models), onBroken })) {
      const changes = await this.changesOf(streams);
      await this.writing;
      this.writing = write(changes);
      this.writing.catch(() => undefined); // rethrown where it is awaited
      onEntries(streams.reduce((sum, { length }) => sum + length, 0));
    }
    await this.writing;
  }

  /** Settles when nothing is being written any more, whether it succeeded or not. */
  settled(): Promise<void> {
    return this.writing.catch(() => undefined);
  }

  private async changesOf(streams: readonly (readonly Entry[])[]): Promise<Change[]> {
    const changes: Change[] = [];
    await mapYielding(
      streams,
      (entries) => {
        this.take(entries, changes);
      },
      ({ length }) => length,
    );
    return changes;
  }

  private take(entries: readonly Entry[], changes: Change[]): void {
    const stream = entries[0]?.stream;
    if (stream === undefined) return;
    const { models } = this.parts;
    for (const model of models) if (model.projection.reads === 'entries') this.journal(model, entries, changes);
    const ofStates = models.filter((model) => model.isOf(stream));
    if (ofStates.length === 0) return;
    const { results } = advanced(newTimeline(stream, ofStates), entries, ofStates);
    for (const result of results) this.sort(result, changes);
  }

  /** Up to the first entry that cannot be taken, as when the log is followed. */
  private journal(model: Model, entries: readonly Entry[], changes: Change[]): void {
    for (const entry of entries) if (!this.sort(journalled(model, entry), changes)) return;
  }

  /** False where it had to be parked. */
  private sort(result: Change | Parked | undefined, changes: Change[]): boolean {
    if (!result) return true;
    if ('writes' in result) return changes.push(result) > 0;
    this.parked.push(result);
    return false;
  }
}

/** Whose streams are needed; undefined where all are. */
export function kindsOf(models: readonly Model[]): string[] | undefined {
  const kinds = models.flatMap(({ projection }) => (projection.reads === 'entries' ? [undefined] : [...projection.kinds.keys()]));
  return kinds.includes(undefined) ? undefined : [...new Set(kinds as string[])];
}
