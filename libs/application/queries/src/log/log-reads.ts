import type { DataOf, EventIn } from '@lookback/kernel';
import { EventLog, leafHashOf, type logEvents, logStream } from '@lookback/log/event-log';
import { BrokenPlaces, Projector } from '@lookback/log/read-model';
import { Keys } from '@lookback/log/vault';
import { Reactor } from '@lookback/log/reactor';
import { type AddressedCommand, holds, officeReaders, Parts, type Principal, SubjectAbsent } from '@lookback/office/desk';
import { Injectable } from '@nestjs/common';
import { StreamsTold } from './streams-told.js';
import type { LeafShown, LogShown, RetryShown } from './log.dto.js';
import { Watch } from '@lookback/application/system';

type Opened = DataOf<EventIn<typeof logEvents>, 'LogOpened'>;

/** Answers how the log stands. */
@Injectable()
export class LogReads {
  constructor(
    private readonly log: EventLog,
    private readonly projector: Projector,
    private readonly reactor: Reactor<AddressedCommand>,
    private readonly keys: Keys,
    private readonly watch: Watch,
    private readonly places: BrokenPlaces,
    private readonly parts: Parts,
    private readonly told: StreamsTold,
  ) {}

  async shown(who: Principal): Promise<LogShown> {
    const [[opening], models, reactions, broken] = await Promise.all([
      this.log.readStream(logStream),
      this.projector.status(),
      this.reactor.status(),
      this.places.all(),
    ]);
    const troubled = [...models.flatMap(({ parked }) => parked), ...reactions.flatMap(({ stuck }) => stuck), ...broken];
    const told = await this.told.among([...new Set(troubled.flatMap(({ stream }) => stream ?? []))], who);
    const isNamed = (stream: string | undefined) => (stream === undefined ? holds(who, officeReaders) : told.has(stream));
    const { state, unanswered, oldestSeconds } = this.watch.health.log;
    if (!opening) throw new SubjectAbsent('log', logStream);
    const { origin, zone, simulated } = opening.data as Opened;
    const position = Math.max(0, ...models.map(({ head }) => head));
    return {
      position,
      recordedAt: await this.recordedAt(position),
      origin,
      zone,
      openedAt: opening.recordedAt.toISOString(),
      simulated,
      macKey: this.keys.commit.id,
      projector: this.projector.condition,
      models: models.map(({ parked, ...model }) => ({
        ...model,
        parked: parked.filter(({ stream }) => isNamed(stream)).map((one) => ({ ...one })),
        parkedCount: parked.filter(({ stream }) => !this.parts.isConfidential(stream)).length,
      })),
      reactor: this.reactor.condition,
      reactions: reactions.map(({ called, stuck, ...reaction }) => ({
        ...reaction,
        ...called,
        stuck: stuck
          .filter(({ stream }) => isNamed(stream))
          .map(({ stream, position, reason, since }) => ({ stream, position, reason, since })),
        stuckCount: stuck.filter(({ stream }) => !this.parts.isConfidential(stream)).length,
      })),
      broken: broken.map(({ kind, ...at }) => ({ kind, ...(isNamed(at.stream) ? at : {}) })),
      state,
      unanswered,
      oldestSeconds,
    };
  }

  /** Has what reactions could not answer asked again, by whichever process leads. */
  async retryReactions(): Promise<RetryShown> {
    const asked = await this.reactor.retryStuck();
    return { streams: asked.filter((stream) => !this.parts.isConfidential(stream)).length };
  }

  /** Throws SubjectAbsent for a position that the log has not reached. */
  async leaf(position: number): Promise<LeafShown> {
    const stored = await this.log.stored(position);
    if (!stored) throw new SubjectAbsent('entry', `@${position}`);
    return { position, leafHash: leafHashOf(stored) };
  }

  private async recordedAt(position: number): Promise<string | null> {
    const onBroken = () => undefined; // the page that says so is shown all the same
    for await (const [newest] of this.log.readAll({ after: position - 1, batch: 1, onBroken }))
      if (newest?.position === position) return newest.recordedAt.toISOString();
    return null;
  }
}
