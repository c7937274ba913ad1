import type { EntryId, EventOf, StreamName } from '@lookback/kernel';
import { readEnvelope } from './envelope.js';
import type { Entry } from '../port/event-log.js';
import type { BodyDigest, CommandKey } from '../port/command-key.js';
import type { StoredEntry } from '../port/stored-entry.js';

/** An entry that was read. Its envelope is taken apart when it is asked for: a fold over a whole log may not need it. */
export class ReadEntry implements Entry {
  readonly type: string;
  readonly data: unknown;
  readonly id: EntryId;
  readonly revision: number;
  readonly position: number;
  readonly recordedAt: Date;
  readonly stream: StreamName;
  /** As text until it is asked for; private, so that comparing entries does not see it. */
  #envelope: string | ReturnType<typeof readEnvelope>;

  constructor({ id, stream, revision, position, recordedAt, metadata }: StoredEntry, { type, data }: EventOf) {
    this.type = type;
    this.data = data;
    this.id = id;
    this.revision = revision;
    this.position = position;
    this.recordedAt = recordedAt;
    this.stream = stream;
    this.#envelope = metadata;
  }

  get by(): Entry['by'] {
    return this.told().by;
  }

  get key(): CommandKey {
    return this.told().key;
  }

  get body(): BodyDigest {
    return this.told().body;
  }

  private told(): ReturnType<typeof readEnvelope> {
    return typeof this.#envelope === 'string' ? (this.#envelope = readEnvelope(this.#envelope)) : this.#envelope;
  }
}
