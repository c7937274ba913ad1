import type { Entry, LogCorrupted } from '@lookback/log/event-log';
import type { ReadableLog } from './reading.js';
import type { PoolClient } from 'pg';
import type { DataSource } from 'typeorm';
import { type Parked, ParkedStreams } from '../storage/change.js';
import { remember } from '../storage/broken.js';
import { type Checkpoint, lockAndVerify, advanceCheckpoint, park } from '../storage/checkpoints.js';
import type { Model } from '../storage/model.js';
import { write, writeEach } from '../storage/rows.js';
import { isRowsFault, transaction, withClient } from '../storage/transaction.js';
import { type ProjectedBatch, BatchProjector } from './batch-projector.js';

interface Start {
  readonly models: readonly Model[];
  /** Where all of them stand. */
  readonly position: number;
  readonly checkpoints: ReadonlyMap<string, Checkpoint>;
  readonly parked: readonly Parked[];
  readonly onWritten: (position: number) => void;
}

/** Models that move in step. While PostgreSQL writes one batch the next is made; their order is kept. */
export class BatchApplier {
  /** Rejected with the first batch that could not be written. */
  readonly failed: Promise<never>;
  private readonly projector: BatchProjector;
  private readonly parkedStreams: ParkedStreams;
  /** Those that PostgreSQL refused when the next batch was already made. */
  private readonly refused = new ParkedStreams();
  private writing: Promise<void> = Promise.resolve();
  private written: number;
  private taken: number;
  /** Told since the last batch. */
  private broken: LogCorrupted[] = [];
  private fail: (error: unknown) => void = () => undefined;

  constructor(
    log: ReadableLog,
    private readonly database: DataSource,
    private readonly start: Start,
  ) {
    this.parkedStreams = new ParkedStreams(start.parked);
    this.projector = new BatchProjector(log, start.models, this.parkedStreams);
    this.written = start.position;
    this.taken = start.position;
    this.failed = new Promise((_, reject) => (this.fail = reject));
    this.failed.catch(() => undefined);
  }

  /** What of the batch to come is left out of it, as the log is broken there: its stream is parked. */
  readonly tell = (broken: LogCorrupted): void => {
    this.broken.push(broken);
  };

  /** Comes back when the batch before this one is written. @param upTo where the models then stand, if that is further than its last entry. */
  async take(entries: readonly Entry[], upTo = 0): Promise<void> {
    const broken = this.broken.splice(0);
    const position = Math.max(this.taken, upTo, entries.at(-1)?.position ?? 0, ...broken.map((one) => one.position ?? 0));
    if (entries.length + broken.length === 0 && position === this.taken) return;
    const made = await this.projector.project(entries, broken);
    await this.writing;
    this.taken = position;
    this.writing = this.commit(made, position);
    this.writing.catch(this.fail);
  }

  /** Settles when the last batch taken is written. */
  settle(): Promise<void> {
    return this.writing;
  }

  private async commit(made: ProjectedBatch, position: number): Promise<void> {
    await withClient(this.database, async (client) => {
      const begin = 'BEGIN; SET LOCAL synchronous_commit TO off';
      const carefully = () => transaction(client, begin, () => this.batch(client, made, position, writeEach));
      const atOnce = () => transaction(client, begin, () => this.batch(client, made, position, write));
      await atOnce().catch((error: unknown) => {
        if (!isRowsFault(error)) throw error;
        return carefully();
      });
    });
    this.written = position;
    this.start.onWritten(position);
  }

  private async batch(
    client: PoolClient,
    { changes, parked, broken }: ProjectedBatch,
    position: number,
    how: typeof write | typeof writeEach,
  ): Promise<void> {
    const { models, checkpoints } = this.start;
    await lockAndVerify(client, models, checkpoints, this.written);
    const free = changes.filter(({ model, stream }) => !this.refused.has(model, stream));
    const refused = (await how(client, free, '')) ?? [];
    for (const one of refused) [this.refused, this.parkedStreams].forEach((streams) => streams.add(one));
    await park(client, [...parked, ...refused]);
    await remember(client, broken);
    await advanceCheckpoint(client, models, position);
  }
}
