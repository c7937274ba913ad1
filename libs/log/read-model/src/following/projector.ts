import { DatabaseError, type PoolClient } from 'pg';
import type { ReadableLog } from '../projecting/reading.js';
import { setTimeout as delay } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { nameOf, type Parked } from '../storage/change.js';
import { checkpointsOf, makeCheckpoints, parkedOf, CheckpointChanged } from '../storage/checkpoints.js';
import { follow, type ProjectionDependencies } from './following.js';
import { PositionAwaiter } from './position-awaiter.js';
import { type Model, modelsOf } from '../storage/model.js';
import type { Projection } from '../declaration/projection.js';
import { dropPrevious, rollBack } from '../rebuild/previous-version.js';
import { alone, rebuild } from '../rebuild/rebuild.js';
import type { Rebuilt, RebuildOptions } from '../rebuild/rebuilt.js';
import { withClient } from '../storage/transaction.js';
import { runAsLeader, watching } from './leader.js';

/** What the projector is doing: `standing by` while another one writes, `away` while it waits for PostgreSQL or the log. */
export type Condition = 'stopped' | 'preparing' | 'following' | 'standing by' | 'away';

export interface ProjectorDependencies {
  readonly log: ReadableLog;
  /** Tells the log from any other that the database may have followed: models of another are rebuilt. */
  readonly origin?: string;
  /** In the application's role; it knows the projections' entities. */
  readonly database: DataSource;
  readonly projections: readonly Projection[];
  /** Told of each change of condition; `error` is a class or code, never a message. */
  readonly onCondition?: ((condition: Condition, error?: string) => void) | undefined;
}

export interface ModelStatus {
  readonly model: string;
  readonly position: number;
  readonly head: number;
  /** How many entries behind the log. */
  readonly lag: number;
  readonly parked: readonly Omit<Parked, 'model'>[];
}

type OnReached = (position: number, condition: Condition) => void;
/** What a projector does until the signal or an error ends it. */
type Doing = (signal: AbortSignal, onReached: OnReached) => Promise<void>;

const standingBy = (onReached: OnReached) => (position: number) => {
  onReached(position, 'standing by');
};

/** How far models are, and what they could not take; nothing yet where no projector has ever begun. */
async function standing(client: PoolClient, models: readonly Model[]) {
  const look = async () => ({ checkpoints: await checkpointsOf(client, models), parked: await parkedOf(client, models) });
  return look().catch(async (error: unknown) => {
    if (!(error instanceof DatabaseError && error.code === undefinedTable)) throw error;
    await makeCheckpoints(client);
    return look();
  });
}
const undefinedTable = '42P01';

const firstWait = 100;
const longestWait = 5_000;

/** Keeps every read model up to the log, each entry exactly once, and comes back by itself when PostgreSQL was away. */
export class Projector {
  private readonly parts: ProjectionDependencies;
  private readonly awaiter = new PositionAwaiter();
  private readonly onCondition: NonNullable<ProjectorDependencies['onCondition']>;
  private stopping = new AbortController();
  private running: Promise<void> | undefined;
  private now: Condition = 'stopped';

  /** @throws Error naming a projection whose tables lack the key that its kind needs, or two that share a name or table. */
  constructor({ log, origin, database, projections, onCondition }: ProjectorDependencies) {
    this.parts = { log, database, models: modelsOf(database, projections, origin) };
    this.onCondition = onCondition ?? (() => undefined);
  }

  get condition(): Condition {
    return this.now;
  }

  /** Settles when the models stand in this release's version and follow the log, by this projector or another, or when it was stopped before. */
  start(): Promise<void> {
    return this.begin((signal, onReached) => this.takeTurn(signal, onReached));
  }

  /** Projects nothing, and knows how far another process has come. Settles when its models stand in this release's version, or as `start`. */
  watch(): Promise<void> {
    return this.begin((signal, onReached) => this.lookOn(signal, onReached));
  }

  /** Settles when the batch in hand is written. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
    this.running = undefined;
    this.become('stopped');
  }

  /**
   * Settles when every model has come to a position of the log, whichever process projects; this projector runs or stands by.
   * @throws NotReached after `timeoutMs` milliseconds.
   */
  reached(position: number, { timeoutMs }: { timeoutMs: number }): Promise<void> {
    return this.awaiter.reached(position, timeoutMs);
  }

  /** As PostgreSQL has it, whichever process projects; rejects when it or the log is away. */
  async status(): Promise<ModelStatus[]> {
    const { log, database, models } = this.parts;
    const head = await log.head();
    const { checkpoints, parked } = await withClient(database, (client) => standing(client, models));
    return models.map(({ name }) => {
      const position = checkpoints.get(name)?.position ?? 0;
      const own = parked.filter(({ model }) => model === name).map(({ stream, position: at, error }) => ({ stream, position: at, error }));
      return { model: name, position, head, lag: Math.max(0, head - position), parked: own };
    });
  }

  /** Derives models anew from the whole log: see `rebuild`. @throws Error for a name that is no model's. */
  async rebuild(names?: readonly string[], options?: RebuildOptions): Promise<Rebuilt> {
    return rebuild({ ...this.parts, models: this.named(names) }, options);
  }

  /** Puts what the last rebuild left beside the live tables in their place: see `rollBack`. */
  async rollBack(names?: readonly string[]): Promise<void> {
    return alone(this.parts.database, 'BEGIN', (client) => rollBack(client, this.named(names)));
  }

  /** Drops what the last rebuild left beside the live tables. */
  async dropPrevious(names?: readonly string[]): Promise<void> {
    return alone(this.parts.database, 'BEGIN', (client) => dropPrevious(client, this.named(names)));
  }

  private named(names: readonly string[] | undefined): readonly Model[] {
    return names ? names.map((name) => this.model(name)) : this.parts.models;
  }

  private model(name: string): Model {
    const model = this.parts.models.find((one) => one.name === name);
    if (!model) throw new Error(`no read model is called "${name}"; there are ${this.parts.models.map((one) => one.name).join(', ')}`);
    return model;
  }

  private begin(doing: Doing): Promise<void> {
    if (this.running) throw new Error('the projector runs already');
    this.stopping = new AbortController();
    return new Promise((begun) => {
      this.running = this.run(doing, this.stopping.signal, begun).finally(begun);
    });
  }

  private async run(doing: Doing, signal: AbortSignal, begun: () => void): Promise<void> {
    let wait = firstWait;
    const onReached: OnReached = (position, condition) => {
      wait = firstWait;
      this.become(condition);
      this.awaiter.advance(position);
      begun();
    };
    while (!signal.aborted) {
      this.become('preparing');
      await doing(signal, onReached).catch((error: unknown) => {
        if (!signal.aborted && !(error instanceof CheckpointChanged)) this.become('away', nameOf(error));
      });
      if (this.now !== 'away') continue;
      await delay(wait, undefined, { signal }).catch(() => undefined);
      wait = Math.min(2 * wait, longestWait);
    }
  }

  private takeTurn(signal: AbortSignal, onReached: OnReached): Promise<void> {
    const { database, models } = this.parts;
    return runAsLeader(database, models, { signal, onStandingBy: standingBy(onReached) }, (turnLost) =>
      follow(this.parts, {
        signal: AbortSignal.any([signal, turnLost]),
        onReached: (position) => {
          onReached(position, 'following');
        },
      }),
    );
  }

  private lookOn(signal: AbortSignal, onReached: OnReached): Promise<void> {
    return watching(this.parts.database, this.parts.models, { signal, onStandingBy: standingBy(onReached) });
  }

  private become(condition: Condition, error?: string): void {
    if (condition === this.now) return;
    this.now = condition;
    this.onCondition(condition, error);
  }
}
