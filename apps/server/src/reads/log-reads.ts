import type { DataOf, EventIn } from '@lookback/kernel';
import { EventLog, leafHashOf, type logEvents, logStream } from '@lookback/log/event-log';
import { Projector } from '@lookback/log/read-model';
import { Keys } from '@lookback/log/vault';
import { SubjectAbsent } from '@lookback/office/desk';
import { Injectable } from '@nestjs/common';
import type { LeafShown, LogShown } from '../http/log.dto.js';

type Opened = DataOf<EventIn<typeof logEvents>, 'LogOpened'>;

/** Answers how the log stands. */
@Injectable()
export class LogReads {
  constructor(
    private readonly log: EventLog,
    private readonly projector: Projector,
    private readonly keys: Keys,
  ) {}

  async shown(): Promise<LogShown> {
    const [[opening], models] = await Promise.all([this.log.readStream(logStream), this.projector.status()]);
    if (!opening) throw new SubjectAbsent('log', logStream);
    const { origin, zone, simulated } = opening.data as Opened;
    const position = Math.max(0, ...models.map(({ head }) => head));
    return {
      ...{ position, recordedAt: await this.recordedAt(position), origin, zone, openedAt: opening.recordedAt.toISOString(), simulated },
      ...{ macKey: this.keys.commit.id, projector: this.projector.condition },
      models: models.map(({ model, position: at, lag, parked }) => ({ model, position: at, lag, parked: [...parked] })),
    };
  }

  /** Throws SubjectAbsent for a position that the log has not reached. */
  async leaf(position: number): Promise<LeafShown> {
    const stored = await this.log.stored(position);
    if (!stored) throw new SubjectAbsent('entry', `@${position}`);
    return { position, leafHash: leafHashOf(stored) };
  }

  private async recordedAt(position: number): Promise<string | null> {
    for await (const [newest] of this.log.readAll({ after: position - 1, batch: 1 }))
      if (newest?.position === position) return newest.recordedAt.toISOString();
    return null;
  }
}
