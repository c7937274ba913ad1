import { EventStoreDBClient } from '@eventstore/db-client';
import type { Sentence } from '@lookback/log/database';
import { retry } from '@lookback/log/runtime';
import { Appends } from './append-call.js';
import { EventStoreUnavailable, UnsupportedEventStore, explain, setting } from './errors.js';

/** Milliseconds between two tries: a node that restarts takes some seconds to lead again. */
const pauses = [50, 100, 200, 400, 800, 1_600, 3_200] as const;

/** A server as this process reaches it: one connection for all who ask. */
export class EventStoreServer {
  private static readonly joined = new Map<string, EventStoreServer>();
  readonly appends: Appends;
  private guests = 0;

  private constructor(
    readonly client: EventStoreDBClient,
    private readonly url: string,
    /** Hosts and ports, fit for a message; the credentials are not. */
    readonly place: string,
    /** Whose account the URL names. */
    readonly user: string | undefined,
  ) {
    this.appends = new Appends(client);
  }

  /** @throws UnsupportedEventStore when the URL is none of EventStoreDB's. */
  static join(url: string): EventStoreServer {
    const server = this.joined.get(url) ?? new EventStoreServer(clientOf(url), url, placeIn(url), userIn(url));
    this.joined.set(url, server);
    server.guests++;
    return server;
  }

  /** The last to leave ends the connection. */
  async leave(): Promise<void> {
    if (--this.guests > 0) return;
    EventStoreServer.joined.delete(this.url);
    await this.client.dispose();
  }

  /**
   * Asks again while the server is away. What is asked must be safe to ask twice.
   * @throws EventStoreUnavailable, UnsupportedEventStore
   */
  async ask<T>(asking: (client: EventStoreDBClient) => Promise<T>): Promise<T> {
    const unavailable = (error: unknown) => (error instanceof EventStoreUnavailable ? error : undefined);
    return retry({ pauses, unavailable }, () =>
      asking(this.client).catch((error: unknown) => {
        throw this.explained(error);
      }),
    );
  }

  /** What an error of the client says, in the operator's words where it is one of reaching or entering the server. */
  explained(error: unknown): unknown {
    return explain(error, this.place);
  }
}

const noCertificate: Sentence = {
  en: `The file that tlsCAFile names in ${setting} cannot be read: it has to hold the certificate of the authority that issued EventStoreDB’s.`,
  zh: `无法读取 ${setting} 中 tlsCAFile 指明的文件：其中应为签发 EventStoreDB 证书的机构的证书。`,
};

const placeIn = (url: string) => /^esdb(?:\+discover)?:\/\/(?:[^@/]*@)?([^/?]+)/.exec(url)?.[1] ?? '';

const userIn = (url: string) => /^[^/]*\/\/([^:@/]+)(?::[^@/]*)?@/.exec(url)?.[1];

function clientOf(url: string): EventStoreDBClient {
  try {
    if (placeIn(url) !== '') return EventStoreDBClient.connectionString(url);
  } catch (error) {
    // The library's message quotes the URL, password and all; but not this one.
    if (error instanceof Error && error.message.startsWith('Failed to load certificate file'))
      throw new UnsupportedEventStore(noCertificate);
  }
  throw new UnsupportedEventStore({
    en: `${setting} is no URL of EventStoreDB. Write it as esdb://user:password@host:2113?tls=true.`,
    zh: `${setting} 不是有效的 EventStoreDB 地址。请写成 esdb://user:password@host:2113?tls=true。`,
  });
}
