import { ErrorType, NO_STREAM } from '@eventstore/db-client';
import type { StreamName } from '@lookback/kernel';
import { type Appended, StreamMoved, type StreamRange } from '../event-log.js';
import { CommitUnfit, LogBroken } from '../problem.js';
import type { WrittenEntry } from '../stored-entry.js';
import { proposed, type RawEntry, rawEntry } from './raw-entry.js';
import type { EventStoreServer } from './server.js';

/** The streams of one log on a server, which may have others: theirs begin with other names. */
export class Streams {
  /** What the log's streams begin with. */
  readonly prefix: string;

  constructor(
    readonly server: EventStoreServer,
    log: string,
  ) {
    this.prefix = `${log}.`;
  }

  /**
   * Appends a commit's entries. A lost connection is asked anew: to the same bytes after the same revision the server says what it said.
   * Gives StreamMoved where the stream stands elsewhere. Throws CommitUnfit, LogAway.
   */
  async append(stream: StreamName, expected: number, entries: readonly WrittenEntry[]): Promise<Appended | StreamMoved> {
    const events = entries.map(proposed);
    const expectedRevision = expected === 0 ? NO_STREAM : BigInt(expected - 1);
    try {
      const { nextExpectedRevision, position } = await this.server.ask((client) =>
        client.appendToStream(this.prefix + stream, events, { expectedRevision }),
      );
      const revision = expected + entries.length;
      if (nextExpectedRevision !== BigInt(revision - 1)) throw new LogBroken(`entries of ${stream} were deleted`);
      return { revision, position: Number(position?.commit) };
    } catch (error) {
      return refused(error, stream, expected);
    }
  }

  /** A stream's entries; none where there is no such stream. Throws LogBroken where one is missing. */
  async read(stream: StreamName, { from = 1, to }: StreamRange = {}): Promise<RawEntry[]> {
    const entries = await this.server
      .ask(async (client) => {
        const found: RawEntry[] = [];
        const range = { fromRevision: BigInt(from - 1), ...(to !== undefined && { maxCount: Math.max(0, to - from + 1) }) };
        for await (const { event } of client.readStream(this.prefix + stream, range)) if (event) found.push(rawEntry(event, this.prefix));
        return found;
      })
      .catch((error: unknown) => noneIn(error, stream));
    entries.forEach(({ revision }, i) => {
      if (revision !== from + i) throw new LogBroken(`entry ${String(from + i)} of ${stream} is missing`);
    });
    return entries;
  }
}

function refused(error: unknown, stream: StreamName, expected: number): StreamMoved {
  const { type, actualVersion } = Object(error) as { type?: unknown; actualVersion?: unknown };
  if (type === ErrorType.WRONG_EXPECTED_VERSION)
    return new StreamMoved(stream, expected, typeof actualVersion === 'bigint' ? Number(actualVersion) + 1 : 0);
  if (type === ErrorType.MAXIMUM_APPEND_SIZE_EXCEEDED)
    throw new CommitUnfit(`the commit to ${stream} is larger than the 1 MiB that EventStoreDB takes at once`, { cause: error });
  if (type === ErrorType.STREAM_DELETED) throw new LogBroken(`${stream} was deleted`, { cause: error });
  throw error;
}

function noneIn(error: unknown, stream: StreamName): RawEntry[] {
  const { type } = Object(error) as { type?: unknown };
  if (type === ErrorType.STREAM_NOT_FOUND) return [];
  if (type === ErrorType.STREAM_DELETED) throw new LogBroken(`${stream} was deleted`, { cause: error });
  throw error;
}
