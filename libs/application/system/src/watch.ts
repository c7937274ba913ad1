import { type Breakage, LogUnavailable, LogUnresponsive, type WatchedLog } from '@lookback/log/event-log';
import type { Database, DatabaseStatus } from '@lookback/log/database';
import type { ReactionStatus, Reactor } from '@lookback/log/reactor';
import type { BrokenPlaces, ModelStatus, Projector } from '@lookback/log/read-model';
import type { Parts } from '@lookback/office/desk';
import { type BeforeApplicationShutdown, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { setTimeout as delay } from 'node:timers/promises';
import { type Liveness, Answering } from './answering.js';
import type { HealthSaid } from './health.js';

/** Milliseconds between two looks. */
const every = 1_000;
/** Seconds after which an append that is not answered says that the log does not record. */
const hanging = 5;
/** Milliseconds that a server that starts waits for its first look. */
const first = 2_000;

interface Watched {
  /** Counts leave out what only its circle knows. */
  readonly parts: Pick<Parts, 'isConfidential'>;
  readonly database: Pick<Database, 'status' | 'cut'>;
  readonly projector: Pick<Projector, 'condition' | 'status'>;
  readonly reactor: Pick<Reactor<never>, 'condition' | 'status'>;
  readonly broken: Pick<BrokenPlaces, 'all'>;
  readonly log: Pick<WatchedLog, 'recording' | 'look' | 'probe' | 'waiting'>;
}

type Broken = Partial<Record<Breakage, number>>;

/** How the server is, looked at each second: a request is answered at once with what is known, whatever hangs. */
export class Watch implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('health');
  private readonly database: Answering;
  private readonly log: Answering<'not recording'>;
  private readonly models = new Answering<'up'>(() => this.readModels());
  private known: readonly ModelStatus[] | undefined;
  private reactions: readonly ReactionStatus[] | undefined;
  private broken: Broken = {};
  private logged = '';
  /** Whether the database has been silent since it was last up. */
  private wasSilent = false;
  private looking: NodeJS.Timeout | undefined;
  private readonly onDown: (() => void)[] = [];

  constructor(private readonly watched: Watched) {
    this.database = new Answering<'up'>(async () => answerOf(await watched.database.status()));
    this.log = new Answering<'not recording'>(() => watched.log.probe());
  }

  /** Begins to look. Settles when the first look was answered, or a moment later. */
  async onApplicationBootstrap(): Promise<void> {
    this.looking = setInterval(() => void this.look(), every).unref(); // a command that has done its work ends
    await Promise.race([this.look(), delay(first, undefined, { ref: false })]);
  }

  beforeApplicationShutdown(): void {
    clearInterval(this.looking);
  }

  /** Has somebody told at each look at which the database is away or silent. */
  whenDown(tell: () => void): void {
    this.onDown.push(tell);
  }

  /** What is known, without asking anybody. */
  get health(): HealthSaid {
    const { recording, waiting } = this.watched.log;
    const [database, log] = [this.database.state, this.stateOfLog()];
    const isBroken = Object.keys(this.broken).length > 0;
    const isUp = database === 'up' && log === 'up' && this.models.state !== 'away';
    return {
      status: !isUp ? 'down' : isBroken ? 'broken' : 'up',
      database,
      log: { state: log, broken: this.broken, waiting, unanswered: recording.unanswered, oldestSeconds: recording.oldestSeconds },
      projector: log === 'away' || log === 'silent' ? 'away' : this.watched.projector.condition,
      reactor: log === 'away' || log === 'silent' ? 'away' : this.watched.reactor.condition,
      ...(isUp && this.known && { models: this.known.map(({ parked, ...model }) => ({ ...model, parked: this.told(parked) })) }),
      ...(isUp &&
        this.reactions && { reactions: this.reactions.map(({ reaction, lag, stuck }) => ({ reaction, lag, stuck: this.told(stuck) })) }),
    };
  }

  /** How many, without those of which only a circle knows. */
  private told(at: readonly { readonly stream: string }[]): number {
    return at.filter(({ stream }) => !this.watched.parts.isConfidential(stream)).length;
  }

  private stateOfLog(): HealthSaid['log']['state'] {
    if (this.database.state !== 'up') return this.database.state;
    if (this.log.state !== 'up') return this.log.state;
    const { oldestSeconds, failing } = this.watched.log.recording;
    return oldestSeconds >= hanging || failing ? 'not recording' : 'up';
  }

  private async look(): Promise<void> {
    const looked = Promise.all([this.database.look(), this.log.look()]);
    this.watched.log.look(this.lost());
    if (this.database.isDown) for (const tell of this.onDown) tell();
    await looked;
    this.renew();
    if (!this.database.isDown && !this.log.isDown) await this.models.look();
    this.say();
  }

  /**
   * Cuts the connections of before a silence once the database answers again, over a new one: where the way to it was lost, what waits
   * on them would wait for ever.
   */
  private renew(): void {
    if (this.database.state === 'silent') this.wasSilent = true;
    if (this.database.state !== 'up' || !this.wasSilent) return;
    this.wasSilent = false;
    this.watched.database.cut();
  }

  private lost(): LogUnavailable | undefined {
    const states = [this.database.state, this.log.state];
    if (states.includes('silent')) return new LogUnresponsive();
    return states.includes('away') ? new LogUnavailable('the log cannot be reached') : undefined;
  }

  private async readModels(): Promise<'up'> {
    const { projector, reactor, broken: places } = this.watched;
    const [models, reactions, broken] = await Promise.all([projector.status(), reactor.status(), places.all()]);
    this.known = models;
    this.reactions = reactions;
    this.broken = {};
    for (const { kind } of broken) this.broken[kind] = (this.broken[kind] ?? 0) + 1;
    return 'up';
  }

  /** The server's own log has each change. */
  private say(): void {
    const { status, database, log } = this.health;
    const text = `${status}; database ${database}, log ${log.state}${status === 'broken' ? `, broken: ${JSON.stringify(log.broken)}` : ''}`;
    if (text !== this.logged && (this.logged !== '' || status !== 'up')) this.logger.warn(text);
    this.logged = text;
  }
}

function answerOf(status: DatabaseStatus): Liveness {
  if (status === 'up') return 'up';
  return status.silent ? 'silent' : 'away';
}
