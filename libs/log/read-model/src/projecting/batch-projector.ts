import type { History, StreamName } from '@lookback/kernel';
import type { Entry, LogCorrupted } from '@lookback/log/event-log';
import { mapYielding } from '@lookback/log/runtime';
import type { ReadableLog } from './reading.js';
import { type Change, type Parked, parkedFor, type ParkedStreams } from '../storage/change.js';
import { Histories } from './histories.js';
import type { Model } from '../storage/model.js';
import type { EntryReader, KindReader } from '../declaration/projection.js';
import { UnchangedRowFilter } from './unchanged-row-filter.js';

export interface ProjectedBatch {
  readonly changes: Change[];
  readonly parked: Parked[];
  readonly broken: LogCorrupted[];
}

/** What models make of batches, taken in order. */
export class BatchProjector {
  private readonly histories: Histories;
  private readonly shown = new UnchangedRowFilter();

  constructor(
    log: Pick<ReadableLog, 'readStreams'>,
    private readonly models: readonly Model[],
    private readonly parkedStreams: ParkedStreams,
  ) {
    this.histories = new Histories(log);
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
    const batch = byStream(entries, (stream) => this.models.some((model) => isOf(model, stream) && !this.parkedStreams.has(model, stream)));
    const histories = await this.histories.after(batch, upTo, park);
    for (const model of this.models)
      if (model.projection.reads === 'entries') await this.journal(model, entries, made);
      else await this.states(model, batch, histories, made);
    return made;
  }

  private async journal(model: Model, entries: readonly Entry[], made: ProjectedBatch): Promise<void> {
    await mapYielding(entries, (entry) => {
      if (!this.parkedStreams.has(model, entry.stream)) this.sort(journalled(model, entry), made);
    });
  }

  private async states(
    model: Model,
    batch: ReadonlyMap<StreamName, readonly Entry[]>,
    histories: ReadonlyMap<StreamName, History>,
    made: ProjectedBatch,
  ): Promise<void> {
    await mapYielding([...histories], ([stream, history]) => {
      if (!isOf(model, stream) || this.parkedStreams.has(model, stream)) return;
      const fresh = batch.get(stream) ?? [];
      const replaces = fresh[0]?.revision !== 1;
      const result = projected(model, { stream, history, position: fresh.at(-1)?.position ?? 0, replaces });
      this.sort('rows' in result ? this.shown.apply(result) : result, made);
    });
  }

  private sort(result: Change | Parked | undefined, made: ProjectedBatch): void {
    if (!result) return;
    if ('rows' in result) made.changes.push(result);
    else {
      made.parked.push(result);
      this.parkedStreams.add(result);
    }
  }
}

/** What stands in a stream after a batch, and how a model shows it. */
export function projected(
  model: Model,
  { stream, history, position, replaces }: { stream: StreamName; history: History; position: number; replaces: boolean },
): Change | Parked {
  try {
    const { chapter, rows } = readerOf(model, stream) as KindReader;
    const { entries, revision } = history;
    const { state, inapplicable } = history.folded(chapter);
    const [proposals, requests] = [() => history.proposals(), () => history.requests()]; // made only where a model asks for them
    const byTable = Object.entries(rows({ stream, state, inapplicable, entries, revision, position, proposals, requests }));
    const filled = byTable.map(([name, some]) => [model.table(name), some.map((row) => ({ ...row, stream }))] as const);
    return { model, stream, position, replaces, rows: filled };
  } catch (error) {
    return parkedFor({ model, stream, position }, error);
  }
}

/** The rows of one entry; nothing where it gives none. */
export function journalled(model: Model, entry: Entry): Change | Parked | undefined {
  const { stream, position } = entry;
  try {
    const rows = (model.projection as EntryReader).rows(entry).map((row, n) => Object.assign(row, { position, n }));
    const [table] = model.tables;
    return rows.length > 0 && table ? { model, stream, position, replaces: false, rows: [[table, rows]] } : undefined;
  } catch (error) {
    return parkedFor({ model, stream, position }, error);
  }
}

const readerOf = ({ projection }: Model, stream: StreamName): KindReader | undefined =>
  projection.reads === 'streams' ? projection.kinds.get(stream.slice(0, Math.max(0, stream.indexOf('-')))) : undefined;

export const isOf = (model: Model, stream: StreamName): boolean => readerOf(model, stream) !== undefined;

/** The streams of models that stay as they are shown, as the log is broken there. */
export function parkedAt(broken: LogCorrupted, models: readonly Model[], upTo: number): Parked[] {
  const { stream, position = upTo } = broken;
  if (stream === undefined) return [];
  return models
    .filter((model) => model.projection.reads === 'entries' || isOf(model, stream))
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
