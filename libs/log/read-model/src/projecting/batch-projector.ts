import type { StreamName } from '@lookback/kernel';
import type { Entry, LogCorrupted } from '@lookback/log/event-log';
import { mapYielding } from '@lookback/log/runtime';
import type { EntryReader } from '../declaration/projection.js';
import { type Change, type Parked, parkedFor, type ParkedStreams } from '../storage/change.js';
import type { Model } from '../storage/model.js';
import type { ReadableLog } from './reading.js';
import { advanced } from './stream-changes.js';
import { type Touched, Timelines } from './timelines.js';
import { UnchangedRowFilter } from './unchanged-row-filter.js';

export interface ProjectedBatch {
  readonly changes: Change[];
  readonly parked: Parked[];
  readonly broken: LogCorrupted[];
}

/** What models make of batches, taken in order. */
export class BatchProjector {
  private readonly timelines: Timelines;
  private readonly shown = new UnchangedRowFilter();

  constructor(
    log: Pick<ReadableLog, 'readStreams'>,
    private readonly models: readonly Model[],
    private readonly parkedStreams: ParkedStreams,
  ) {
    this.timelines = new Timelines(log, models);
  }

  /** @param broken what was left out of the batch. */
  async project(entries: readonly Entry[], broken: readonly LogCorrupted[] = []): Promise<ProjectedBatch> {
    const made: ProjectedBatch = { changes: [], parked: [], broken: [] };
    const upTo = entries.at(-1)?.position ?? 0;
    const park = (one: LogCorrupted) => {
      made.broken.push(one);
      for (const parked of parkedAt(one, this.models, upTo)) this.sort(parked, made);
    };
    broken.forEach(park);
    const batch = byStream(entries, (stream) => this.models.some((model) => model.isOf(stream) && !this.parkedStreams.has(model, stream)));
    const touched = await this.timelines.before(batch, upTo, park);
    await mapYielding(touched, (one) => {
      this.advance(one, made);
    });
    for (const model of this.models) if (model.projection.reads === 'entries') await this.journal(model, entries, made);
    return made;
  }

  private advance({ timeline, fresh }: Touched, made: ProjectedBatch): void {
    const { stream } = timeline;
    const models = this.models.filter((model) => model.isOf(stream) && !this.parkedStreams.has(model, stream));
    const { results, isFolded } = advanced(timeline, fresh, models);
    for (const result of results) this.sort('writes' in result && result.model.readerOf(stream) ? this.shown.apply(result) : result, made);
    if (isFolded) this.timelines.keep(timeline);
    else this.timelines.forget(stream);
  }

  private async journal(model: Model, entries: readonly Entry[], made: ProjectedBatch): Promise<void> {
    await mapYielding(entries, (entry) => {
      if (!this.parkedStreams.has(model, entry.stream)) this.sort(journalled(model, entry), made);
    });
  }

  private sort(result: Change | Parked | undefined, made: ProjectedBatch): void {
    if (!result) return;
    if ('writes' in result) made.changes.push(result);
    else {
      made.parked.push(result);
      this.parkedStreams.add(result);
    }
  }
}

/** The rows of one entry; nothing where it gives none. */
export function journalled(model: Model, entry: Entry): Change | Parked | undefined {
  const { stream, position } = entry;
  try {
    const rows = (model.projection as EntryReader).rows(entry).map((row, n) => Object.assign(row, { position, n }));
    const [table] = model.tables;
    return rows.length > 0 && table ? { model, stream, position, writes: [{ table, gone: 'nothing', rows }] } : undefined;
  } catch (error) {
    return parkedFor({ model, stream, position }, error);
  }
}

/** The streams of models that stay as they are shown, as the log is broken there. */
export function parkedAt(broken: LogCorrupted, models: readonly Model[], upTo: number): Parked[] {
  const { stream, position = upTo } = broken;
  if (stream === undefined) return [];
  return models
    .filter((model) => model.projection.reads === 'entries' || model.isOf(stream))
    .map((model) => parkedFor({ model, stream, position }, broken));
}

/** The entries of those streams that are wanted. */
function byStream(entries: readonly Entry[], isWanted: (stream: StreamName) => boolean): Map<StreamName, Entry[]> {
  const streams = new Map<StreamName, Entry[]>();
  for (const entry of entries) {
    const known = streams.get(entry.stream);
    if (known) known.push(entry);
    else if (isWanted(entry.stream)) streams.set(entry.stream, [entry]);
  }
  return streams;
}
