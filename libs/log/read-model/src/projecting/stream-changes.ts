import type { Entry } from '@lookback/log/event-log';
import { type Change, type Parked, parkedFor } from '../storage/change.js';
import type { Model } from '../storage/model.js';
import type { RegisterReading } from '../timeline/register-reading.js';
import type { Timeline } from '../timeline/timeline.js';
import { RegisterRows } from './register-rows.js';

interface Advanced {
  readonly results: readonly (Change | Parked)[];
  /** False where the stream could be folded no further: what the timeline then stands at is of no use. */
  readonly isFolded: boolean;
}

/** What fresh entries of a stream do to the rows of some models; a model that cannot take one keeps what it showed before it, parked. */
export function advanced(timeline: Timeline, fresh: readonly Entry[], models: readonly Model[]): Advanced {
  const registers = registersOf(timeline, models);
  const isNew = timeline.revision === 0;
  const thrown = takenAll(timeline, fresh, registers);
  const results: (Change | Parked)[] = [];
  for (const { model, rows, failedAt } of registers.values()) {
    const change = rows.change(isNew);
    if (change) results.push(change);
    if (failedAt) results.push(parkedFor({ model, stream: timeline.stream, position: failedAt.position }, failedAt.error));
  }
  const ofStates = models.filter((model) => model.readerOf(timeline.stream));
  for (const model of ofStates)
    results.push(thrown ? parkedFor({ model, stream: timeline.stream, ...thrown }, thrown.error) : stateChange(model, timeline, isNew));
  return { results, isFolded: !thrown };
}

interface Failed {
  readonly error: unknown;
  /** Of the entry that could not be taken. */
  readonly position: number;
}

interface RegisterOf {
  readonly model: Model;
  readonly rows: RegisterRows;
  failedAt: Failed | null;
}

const registersOf = (timeline: Timeline, models: readonly Model[]): Map<RegisterReading, RegisterOf> =>
  new Map(
    models.flatMap((model) => {
      const reading = model.readingOf(timeline.stream);
      return reading && !timeline.failure(reading) ? [[reading, { model, rows: new RegisterRows(model, timeline), failedAt: null }]] : [];
    }),
  );

/** Where the stream could be folded no further; null where all was taken. */
function takenAll(timeline: Timeline, fresh: readonly Entry[], registers: ReadonlyMap<RegisterReading, RegisterOf>): Failed | null {
  for (const entry of fresh) {
    const { position } = entry;
    try {
      timeline.take(entry, (reading) => registers.get(reading)?.rows.onRedrawn);
    } catch (error) {
      for (const one of registers.values()) one.failedAt ??= { error, position };
      return { error, position };
    }
    for (const [reading, one] of registers) {
      const failure = one.failedAt ? null : timeline.failure(reading);
      if (failure) one.failedAt = { ...failure, position };
    }
  }
  return null;
}

function stateChange(model: Model, timeline: Timeline, isNew: boolean): Change | Parked {
  const { stream, position } = timeline;
  try {
    const byTable = Object.entries(model.readerOf(stream)?.rows(timeline) ?? {});
    const writes = byTable.map(([name, some]) => ({
      table: model.table(name),
      gone: isNew ? ('nothing' as const) : ('stream' as const),
      rows: some.map((row) => ({ ...row, stream })),
    }));
    return { model, stream, position, writes };
  } catch (error) {
    return parkedFor({ model, stream, position }, error);
  }
}
