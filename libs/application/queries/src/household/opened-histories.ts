import type { StreamName } from '@lookback/kernel';
import { type Entry, EventLog } from '@lookback/log/event-log';
import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';

/** How many entries of all histories together are kept. */
const entriesKept = 20_000;
/** Milliseconds: what is erased is gone from here by then. */
const keptFor = 60_000;

/** Histories that were opened last: whoever drags through time asks for one of them many times a second. */
@Injectable()
export class OpenedHistories {
  private readonly kept = new LRUCache<StreamName, readonly Entry[]>({
    maxSize: entriesKept,
    sizeCalculation: (history: readonly Entry[]) => Math.max(1, history.length),
    ttl: keptFor,
    noUpdateTTL: true,
  });

  private guards: string | undefined;

  constructor(private readonly log: EventLog) {}

  /**
   * A stream as the log has it now, whoever recorded: only what is new is read and opened, unless what guards the log was taken off since.
   * @throws LogCorrupted
   */
  async of(stream: StreamName): Promise<readonly Entry[]> {
    const { guards, revisions } = await this.log.standing([stream]);
    if (guards === undefined || guards !== this.guards) this.kept.clear();
    this.guards = guards;
    const known = this.kept.get(stream) ?? [];
    if (known.length === revisions?.[0]) return known;
    const fresh = await this.log.readStream(stream, { from: known.length + 1 });
    if (fresh.length === 0) return known;
    const history = [...known, ...fresh];
    if (this.guards === guards) this.kept.set(stream, history);
    return history;
  }
}
