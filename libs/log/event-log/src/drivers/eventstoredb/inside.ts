import type { EventStoreDBClient } from '@eventstore/db-client';
import type { StreamsClient } from '@eventstore/db-client/generated/streams_grpc_pb.js';

/** What the library opens its own calls with: it finds the server, and finds it again when the connection is lost. */
export interface Inside {
  GRPCStreamCreator<T>(service: typeof StreamsClient, name: string, begin: (grpc: StreamsClient) => T): () => Promise<T>;
  callArguments(options: object, more: { deadline: number }): Required<Parameters<StreamsClient['batchAppend']>>;
}

/** For calls that the library does not make, or makes at too high a price. */
export const inside = (client: EventStoreDBClient): Inside => client as unknown as Inside;
