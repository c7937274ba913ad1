import { BACKWARDS, binaryEvent, END, EventStoreDBClient, jsonEvent, type RecordedEvent } from '@eventstore/db-client';
import { signedBytes, type WrittenEntry } from '@lookback/log/event-log';
import { randomUUID } from 'node:crypto';
import type { Office } from './office.js';
import type { Breach, PastTheLog } from './past-the-log.js';
import { until } from './until.js';

/** What the server keeps beside an entry's data. */
interface Wrapper {
  readonly mac: string;
  readonly salt: string;
  readonly metadata: string;
}

/** An entry of a log as the server has it. */
type Last = Omit<RecordedEvent, 'data' | 'metadata'> & { readonly data: Uint8Array; readonly metadata: Wrapper };

const dataOf = ({ data }: Last) => Buffer.from(data);

/** Anybody whom the server lets write and delete: nobody changes there what stands. */
export class PastEventStore implements PastTheLog {
  readonly breaches: readonly Breach[] = [
    this.added('an entry of another form', () => jsonEvent({ type: 'Visited', data: { a: 1 } })),
    this.added('an entry without metadata', (last) => binaryEvent({ type: last.type, data: dataOf(last) })),
    this.added('an entry whose metadata is no JSON', (last) =>
      binaryEvent({ type: last.type, data: dataOf(last), metadata: Buffer.from('{"mac":') }),
    ),
    this.added('an entry that does not say which it is', (last) =>
      binaryEvent({ type: last.type, data: dataOf(last), metadata: { ...last.metadata, metadata: '{}' } }),
    ),
    this.added('the entry before once more', (last) => binaryEvent({ type: last.type, data: dataOf(last), metadata: last.metadata })),
    { ...this.added('an entry of a type that nobody knows, with a MAC', (last) => this.unheard(last)), kind: 'unreadable' },
    { kind: 'missing', what: 'the stream, deleted', at: 2, commit: (stream) => this.client.deleteStream(this.name(stream)) },
    { kind: 'missing', what: 'the stream, deleted for ever', at: 2, commit: (stream) => this.client.tombstoneStream(this.name(stream)) },
  ];

  private connected: EventStoreDBClient | undefined;

  constructor(private readonly office: () => Office) {}

  async spoil(stream: string): Promise<void> {
    await this.client.deleteStream(this.name(stream));
  }

  /** What was deleted stands there until the server is scavenged. It answers a setting by one of its own, under which it stays hidden. */
  async mend(stream: string): Promise<void> {
    await this.client.setStreamMetadata(this.name(stream), {});
    await until('the setting of the server', async () => {
      const { metadata } = await this.client.getStreamMetadata(this.name(stream));
      return Number.isSafeInteger(metadata?.truncateBefore) || undefined;
    });
    await this.client.setStreamMetadata(this.name(stream), { truncateBefore: 0 });
  }

  async forgeLast(stream: string): Promise<number> {
    await this.client.appendToStream(this.name(stream), binaryEvent({ type: 'Forged', data: Buffer.from('{}') }));
    return this.office().system.log.head();
  }

  takeLast(stream: string): Promise<void> {
    return this.spoil(stream);
  }

  /** Where the stream is deleted, 0. */
  async standsAt(stream: string): Promise<number> {
    const last: Last | undefined = await this.last(stream).catch(() => undefined);
    return last ? Number(last.revision) + 1 : 0;
  }

  async close(): Promise<void> {
    await this.connected?.dispose();
  }

  private added(what: string, event: (last: Last) => Parameters<EventStoreDBClient['appendToStream']>[1]): Breach {
    const commit = async (stream: string) => this.client.appendToStream(this.name(stream), event(await this.last(stream)));
    return { kind: 'changed', what: `${what}, added`, at: 2, commit };
  }

  private unheard(last: Last) {
    const [type, id] = ['Unheard', randomUUID() as WrittenEntry['id']];
    const metadata = JSON.stringify({ ...(JSON.parse(last.metadata.metadata) as object), id, type });
    const entry = {
      stream: last.streamId.slice(this.name('').length) as WrittenEntry['stream'],
      revision: Number(last.revision) + 2,
      id,
      type,
    };
    const salt = Buffer.from(last.metadata.salt, 'base64url');
    const { version } = JSON.parse(metadata) as { version: number };
    const mac = this.office().system.keys.commit.sign(signedBytes({ ...entry, version, salt, data: dataOf(last).toString(), metadata }));
    return binaryEvent({ type, data: dataOf(last), metadata: { ...last.metadata, mac, metadata } });
  }

  private async last(stream: string): Promise<Last> {
    const found: unknown[] = [];
    for await (const { event } of this.client.readStream(this.name(stream), { direction: BACKWARDS, fromRevision: END, maxCount: 1 }))
      found.push(event);
    return found[0] as Last;
  }

  private get client(): EventStoreDBClient {
    return (this.connected ??= EventStoreDBClient.connectionString(this.office().env['LOOKBACK_EVENTSTORE_URL'] ?? ''));
  }

  private name(stream: string): string {
    return `${this.office().env['LOOKBACK_EVENTSTORE_LOG'] ?? ''}.${stream}`;
  }
}
