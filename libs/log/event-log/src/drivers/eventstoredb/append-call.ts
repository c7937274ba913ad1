import type { EventStoreDBClient } from '@eventstore/db-client';
import { unpackToCommandError } from '@eventstore/db-client/dist/streams/appendToStream/unpackError.js';
import status from '@eventstore/db-client/generated/status_pb.js';
import { StreamsClient, StreamsService } from '@eventstore/db-client/generated/streams_grpc_pb.js';
import { finished } from 'node:stream';
import { type Append, type AppendAnswer, answerIn, type AppendSuccess, requestOf } from './batch-append.js';
import { type Inside, inside } from './inside.js';

/** Milliseconds that the server may take to begin, as the library has it. */
const patience = 10_000;

interface Waiting {
  readonly streamId: string;
  readonly settle: (success: AppendSuccess) => void;
  readonly fail: (error: unknown) => void;
}

/** A call to BatchAppend that stays open, and who waits for an answer of it. */
interface Call {
  readonly duplex: ReturnType<typeof begin>;
  readonly waiting: Map<number, Waiting>;
  isOver: boolean;
}

const begin = (grpc: StreamsClient, library: Inside) =>
  grpc.makeBidiStreamRequest(StreamsService.batchAppend.path, requestOf, answerIn, ...library.callArguments({}, { deadline: Infinity }));

/**
 * Appends over the library's connection, in the server's own protocol. The library's `appendToStream` builds an object of every field
 * and serializes each event twice, which costs more than all that is done to an entry here; and where one call of it breaks, all of
 * its process are told so.
 */
export class Appends {
  private readonly inside: Inside;
  private open: Promise<Call> | undefined;
  private count = 0;

  constructor(client: EventStoreDBClient) {
    this.inside = inside(client);
  }

  /** In the order in which it is asked. Throws the library's errors, or gRPC's own where the connection is lost. */
  async append(append: Pick<Append, 'streamId' | 'expected' | 'entries'>): Promise<AppendSuccess> {
    const { duplex, waiting, isOver } = await (this.open ??= this.opened());
    if (isOver) throw ended();
    return new Promise((settle, fail) => {
      const call = ++this.count;
      waiting.set(call, { streamId: append.streamId, settle, fail });
      duplex.write({ ...append, call, deadline: Date.now() + patience });
    });
  }

  /** The next who asks after it is over opens another. */
  private async opened(): Promise<Call> {
    const over = () => (this.open = undefined);
    try {
      const duplex = await this.inside.GRPCStreamCreator(StreamsClient, 'append', (grpc) => begin(grpc, this.inside))();
      const call: Call = { duplex, waiting: new Map(), isOver: false };
      duplex.on('data', (answer: AppendAnswer) => { answered(call, answer); }); // prettier-ignore
      finished(duplex, (error) => {
        over();
        call.isOver = true;
        for (const { fail } of call.waiting.values()) fail(error ?? ended());
      });
      return call;
    } catch (error) {
      over();
      throw error;
    }
  }
}

function answered({ waiting }: Call, { correlationId, success, error }: AppendAnswer): void {
  const call = correlationId.structured.leastSignificantBits;
  const one = waiting.get(call);
  waiting.delete(call);
  if (success) one?.settle(success);
  else one?.fail(error ? unpackToCommandError(status.Status.deserializeBinary(error), one.streamId) : ended());
}

const unavailable = 14;
const ended = () => Object.assign(new Error('the server ended the call'), { code: unavailable });
