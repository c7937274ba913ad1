import type { Database } from '@lookback/log/database';
import type { ModelStatus, Projector } from '@lookback/log/read-model';

/** How the server is, for whoever watches it. */
export interface HealthSaid {
  readonly status: 'up' | 'down';
  readonly database: 'up' | { readonly down: { readonly en: string; readonly zh: string } };
  readonly projector: string;
  /** Absent while the database is away. */
  readonly models?: readonly ModelStatus[];
}

/** Asks the database and the projector how they are. */
export class Health {
  constructor(
    private readonly database: Pick<Database, 'status'>,
    private readonly projector: Pick<Projector, 'condition' | 'status'>,
  ) {}

  async ask(): Promise<HealthSaid> {
    const database = await this.database.status();
    const projector = this.projector.condition;
    if (database !== 'up') return { status: 'down', database, projector };
    const models = await this.projector.status().catch(() => undefined);
    return { status: models ? 'up' : 'down', database, projector, ...(models && { models }) };
  }
}
