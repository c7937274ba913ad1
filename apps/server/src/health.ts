import type { Database } from '@lookback/log/database';
import type { EventLog } from '@lookback/log/event-log';
import type { ModelStatus, Projector } from '@lookback/log/read-model';

/** How the server is, for whoever watches it. */
export interface HealthSaid {
  readonly status: 'up' | 'down';
  readonly database: 'up' | { readonly down: { readonly en: string; readonly zh: string } };
  readonly projector: string;
  /** Commits of this server that wait to be recorded. */
  readonly waiting: number;
  /** Absent while the database is away. */
  readonly models?: readonly ModelStatus[];
}

/** Asks the database and the projector how they are. */
export class Health {
  constructor(
    private readonly database: Pick<Database, 'status'>,
    private readonly projector: Pick<Projector, 'condition' | 'status'>,
    private readonly log: Pick<EventLog, 'waiting'>,
  ) {}

  async ask(): Promise<HealthSaid> {
    const database = await this.database.status();
    const [projector, waiting] = [this.projector.condition, this.log.waiting];
    if (database !== 'up') return { status: 'down', database, projector, waiting };
    const models = await this.projector.status().catch(() => undefined);
    return { status: models ? 'up' : 'down', database, projector, waiting, ...(models && { models }) };
  }
}
