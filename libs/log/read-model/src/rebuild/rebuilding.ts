import type { Entry, LogCorrupted } from '@lookback/log/event-log';
import type { PoolClient } from 'pg';
import { remember, rememberOnly } from '../storage/broken.js';
import { BulkProjector, kindsOf } from '../projecting/bulk-projector.js';
import { type Broken, type Change, type Parked, ParkedStreams } from '../storage/change.js';
import { checkpointsOf, park, resetCheckpoint } from '../storage/checkpoints.js';
import { difference, type Difference } from './difference.js';
import type { Model } from '../storage/model.js';
import { batch, entriesUpTo, type ReadableLog } from '../projecting/reading.js';
import { keepPrevious } from './previous-version.js';
import { recordRebuilt } from './recorded.js';
import type { Rebuilt, RebuildOptions } from './rebuilt.js';
import { writeSurely } from '../storage/rows.js';
import { BatchProjector } from '../projecting/batch-projector.js';

interface Parts {
  readonly log: ReadableLog;
  readonly client: PoolClient;
  readonly models: readonly Model[];
}

/** One rebuild at a time: it may have more than a question has, so that most of what it sorts stays in memory. */
const roomToSort = `SET LOCAL work_mem = '64MB'; SET LOCAL maintenance_work_mem = '256MB'`;

/** One rebuild from beginning to end, on one connection. */
export class Rebuilding {
  private readonly began = performance.now();
  private readonly parked: Parked[] = [];
  private readonly broken: Broken[] = [];
  private entries = 0;
  private rows = 0;
  private position = 0;
  private head = 0;

  constructor(
    private readonly parts: Parts,
    private readonly options: RebuildOptions,
  ) {}

  async run(): Promise<Rebuilt> {
    const { client, log } = this.parts;
    for (const table of this.tables) await client.query(table.creation('~next'));
    this.head = await log.head();
    await this.bulk(await this.target());
    await this.index();
    await this.comeClose();
    const differing = this.options.compare ? await this.differences() : await this.swap();
    if (this.options.compare) for (const table of this.tables) await client.query(`DROP TABLE ${table.in('~next')}`);
    return { entries: this.entries, rows: this.rows, differing, seconds: (performance.now() - this.began) / 1000 };
  }

  private get tables() {
    return this.parts.models.flatMap(({ tables }) => tables);
  }

  /** Where the live tables stand, in whichever version, so that like is compared with like; the log's head where none stands. */
  private async target(lock: '' | 'FOR UPDATE' = ''): Promise<number> {
    const checkpoints = await checkpointsOf(this.parts.client, this.parts.models, lock);
    if (this.options.compare && this.parts.models.some(({ name, version }) => checkpoints.get(name)?.version !== version))
      throw new Error('a model does not stand in this version: nothing to compare it with');
    const live = new Set([...checkpoints.values()].map(({ position }) => position));
    if (live.size > 1) throw new Error('the models do not stand at one position: start the projector first, or rebuild them one by one');
    const [position] = live;
    return Math.min(position ?? this.head, this.head);
  }

  private async bulk(to: number): Promise<void> {
    const { log, models } = this.parts;
    const bulk = new BulkProjector({ log, models, write: (changes) => this.write(changes) });
    try {
      await bulk.upTo(to, (entries) => {
        this.read(entries);
      });
    } finally {
      await bulk.settled(); // what is under way belongs to the transaction, also to one that is rolled back
    }
    this.parked.push(...bulk.parked);
    this.broken.push(...bulk.broken);
    this.position = to;
  }

  private async index(): Promise<void> {
    const { client, models } = this.parts;
    const journals = models.filter(({ projection }) => projection.reads === 'entries').flatMap(({ tables }) => tables);
    await client.query(roomToSort);
    for (const sql of journals.flatMap((table) => table.sorting())) await client.query(sql);
    for (const sql of this.tables.flatMap((table) => [...table.indexing('~next'), `ANALYZE ${table.in('~next')}`])) await client.query(sql);
  }

  /** The live projector goes on meanwhile: what is left when it is made to wait should be little. */
  private async comeClose(): Promise<void> {
    for (let to = await this.target(); to - this.position > batch; to = await this.target()) await this.catchUp(to);
  }

  private async catchUp(to: number): Promise<void> {
    const { log, models } = this.parts;
    const work = new BatchProjector(log, models, new ParkedStreams(this.parked));
    const told: LogCorrupted[] = [];
    const take = async (entries: readonly Entry[]) => {
      const { changes, parked, broken } = await work.project(entries, told.splice(0));
      this.parked.push(...parked);
      this.broken.push(...broken);
      await this.write(changes);
      this.read(entries.length);
    };
    for await (const entries of entriesUpTo(log, { after: this.position, upTo: to, onBroken: (broken) => told.push(broken) }))
      await take(entries);
    if (told.length > 0) await take([]);
    this.position = to;
  }

  private read(entries: number): void {
    this.options.signal?.throwIfAborted();
    this.entries += entries;
    this.options.onProgress?.({ entries: this.entries, of: this.head });
  }

  private async write(changes: readonly Change[]): Promise<void> {
    for (const { writes } of changes) for (const { rows } of writes) this.rows += rows.length;
    this.parked.push(...(await writeSurely(this.parts.client, changes, '~next')));
  }

  private async differences(): Promise<Difference[]> {
    const { client, models } = this.parts;
    const checkpoints = await checkpointsOf(client, models);
    const differing: Difference[] = [];
    for (const model of models) {
      const [was, own] = [checkpoints.get(model.name), [] as Difference[]];
      if (was) for (const table of model.tables) own.push(...(await difference(client, table)));
      if (was && !this.options.compare) await recordRebuilt(client, model, { was, position: this.position, differing: own });
      differing.push(...own);
    }
    this.options.signal?.throwIfAborted();
    return differing;
  }

  private async swap(): Promise<Difference[]> {
    const { client, models } = this.parts;
    await this.catchUp(await this.target('FOR UPDATE'));
    const differing = await this.differences();
    for (const sql of this.tables.flatMap((table) => table.swap())) await client.query(sql);
    await keepPrevious(client, models);
    await park(client, this.parked);
    await resetCheckpoint(client, models, this.position);
    await (kindsOf(models) ? remember : rememberOnly)(client, this.broken);
    return differing;
  }
}
