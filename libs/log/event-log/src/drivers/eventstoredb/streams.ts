import { ErrorType } from '@eventstore/db-client';
import type { StreamName } from '@lookback/kernel';
import type { AppendSuccess } from './batch-append.js';
import type { StreamRange } from '../../port/event-log.js';
import { WrongExpectedRevision, InvalidCommit, LogCorrupted } from '../../port/errors.js';
import type { WrittenEntry } from '../../port/stored-entry.js';
import { type RawEntry, rawEntry } from './raw-entry.js';
import type { EventStoreServer } from './server.js';

/** Where a commit stands: how many entries the stream has after it, and the place of its last in `$all`. */
export interface Entered {
  readonly revision: number;
  readonly place: number;
}

/** The streams of one log on a server, which may have others: theirs begin with other names. */
export class Streams {
  /** What the log's streams begin with. */
  readonly prefix: string;
  /** Those that were found to be deleted: they are not taken for streams that never were. */
  private readonly deleted = new Set<StreamName>();

  constructor(
    readonly server: EventStoreServer,
    log: string,
  ) {
    this.prefix = `${log}.`;
  }

  /**
   * Appends a commit's entries. A lost connection is asked anew: to the same bytes after the same revision the server says what it said.
   * Gives WrongExpectedRevision where the stream stands elsewhere. Throws InvalidCommit, LogUnavailable.
   */
  async append(stream: StreamName, expected: number, entries: readonly WrittenEntry[]): Promise<Entered | WrongExpectedRevision> {
    requireTaken(stream, entries);
    try {
      const { currentRevision, position } = await this.server.ask(() => this.send(stream, expected, entries));
      if (currentRevision !== expected + entries.length - 1) throw new LogCorrupted('missing', { stream });
      return { revision: currentRevision + 1, place: position.commitPosition };
    } catch (error) {
      return refused(error, stream, expected);
    }
  }

  /** Once, over a connection that keeps the order in which it is asked. */
  send(stream: StreamName, expected: number, entries: readonly WrittenEntry[]): Promise<AppendSuccess> {
    return this.server.appends.append({ streamId: this.prefix + stream, expected, entries });
  }

  /**
   * A stream's entries; none where there is no such stream. Throws LogCorrupted where one is missing, or none is there though there is such
   * a stream, or though the asker knows those before the first that is asked for.
   */
  async read(stream: StreamName, { from = 1, to }: StreamRange = {}): Promise<RawEntry[]> {
    const entries = await this.server
      .ask(async (client) => {
        const found: RawEntry[] = [];
        const range = { fromRevision: BigInt(from - 1), ...(to !== undefined && { maxCount: Math.max(0, to - from + 1) }) };
        for await (const { event } of client.readStream(this.prefix + stream, range)) if (event) found.push(rawEntry(event, this.prefix));
        if (found.length === 0 && from === 1 && to !== 0) throw new LogCorrupted('missing', { stream, revision: 1 });
        return found;
      })
      .catch((error: unknown) => this.none(error, stream, from));
    this.deleted.delete(stream);
    entries.forEach(({ revision }, i) => {
      if (revision !== from + i) throw new LogCorrupted('missing', { stream, revision: from + i });
    });
    return entries;
  }

  private none(error: unknown, stream: StreamName, from: number): RawEntry[] {
    const { type } = Object(error) as { type?: unknown };
    if (type !== ErrorType.STREAM_NOT_FOUND && type !== ErrorType.STREAM_DELETED) throw error;
    if (type === ErrorType.STREAM_NOT_FOUND && from === 1 && !this.deleted.has(stream)) return [];
    this.deleted.add(stream);
    throw new LogCorrupted('missing', { stream }, { cause: error });
  }
}

/** Bytes that the server takes at once, unless it was told otherwise. */
const mostTogether = 1_048_576;

/** What it would refuse is not sent: a message that is larger still would end the call, and others' commits with it. */
function requireTaken(stream: StreamName, entries: readonly WrittenEntry[]): void {
  const most = entries.reduce((size, { data, metadata }) => size + data.length + metadata.length, 0);
  if (most > mostTogether) throw tooLarge(stream);
}

const tooLarge = (stream: StreamName, cause?: unknown) =>
  new InvalidCommit(`the commit to ${stream} is larger than the 1 MiB that EventStoreDB takes at once`, { cause });

function refused(error: unknown, stream: StreamName, expected: number): WrongExpectedRevision {
  const { type, actualVersion } = Object(error) as { type?: unknown; actualVersion?: unknown };
  if (type === ErrorType.WRONG_EXPECTED_VERSION)
    return new WrongExpectedRevision(stream, expected, typeof actualVersion === 'bigint' ? Number(actualVersion) + 1 : 0);
  if (type === ErrorType.MAXIMUM_APPEND_SIZE_EXCEEDED) throw tooLarge(stream, error);
  if (type === ErrorType.STREAM_DELETED) throw new LogCorrupted('missing', { stream }, { cause: error });
  throw error;
}
