import type { Digest, FourEyesEvent } from '@lookback/kernel';
import type { Entry, EventLog } from '@lookback/log/event-log';
import type { AttachmentStore } from './attachment.store.js';
import type { Blobs } from './blobs.js';
import type { Intake } from './intake.js';

/** What sweeping needs of the log. */
export type NamingLog = Pick<EventLog, 'readAll'>;

/**
 * Entries first, then what none of them names. Nothing that an entry names is ever removed: a command claims its evidence before it is
 * recorded, and what was claimed lately is not given up; what is given up can no longer be claimed. So an entry either was there when
 * entries were looked through, or its claim is too young, or it was refused.
 */
export class Sweep {
  constructor(
    private readonly store: AttachmentStore,
    private readonly blobs: Blobs,
    private readonly intake: Intake,
  ) {}

  async run(log: NamingLog, untouchedSince: Date, signal?: AbortSignal): Promise<number> {
    for await (const batch of log.readAll({ after: await this.store.lookedThrough() })) {
      const names = batch.map((entry) => ({ position: entry.position, digests: namedIn(entry) }));
      await this.store.named(names, batch.at(-1)?.position ?? 0);
      if (signal?.aborted) return 0;
    }
    await this.intake.clear(untouchedSince);
    let removed = 0;
    for (const digest of await this.store.giveUp(untouchedSince)) {
      if (signal?.aborted) break;
      await this.blobs.remove(digest);
      await this.store.left(digest);
      removed += 1;
    }
    return removed;
  }
}

/** What an entry rests on, and what a correction wants an entry to rest on. */
function namedIn({ by, ...event }: Entry): readonly Digest[] {
  const { type, data } = event as unknown as FourEyesEvent;
  return type === 'CorrectionProposed' && data.wanted ? [...by.evidence, ...data.wanted.evidence] : by.evidence;
}
