import type { EventStoreDBClient } from '@eventstore/db-client';
import { unpackToCommandError } from '@eventstore/db-client/dist/streams/appendToStream/unpackError.js';
import { StreamsClient } from '@eventstore/db-client/generated/streams_grpc_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import { type Duplex, finished } from 'node:stream';
import { type AppendAnswer, answerIn, type Append, requestOf } from './batch-append.js';
import { type Inside, inside } from './inside.js';

/** Milliseconds that the server may take to begin, as the library has it. */
const patience = 10_000;

interface Waiting {
  readonly streamId: string;
  readonly settle: (answer: AppendAnswer) => void;
  readonly fail: (error: unknown) => void;
}

/** A call to BatchAppend that stays open, and who waits for an answer of it. */
interface Call {
  readonly duplex: Duplex;
  readonly waiting: Map<number, Waiting>;
  isOver: boolean;
}

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
  async append(append: Pick<Append, 'streamId' | 'expected' | 'entries'>): Promise<AppendAnswer> {
    const { duplex, waiting, isOver } = await (this.open ??= this.opened());
    if (isOver) throw ended();
    return new Promise((settle, fail) => {
      const call = ++this.count;
      waiting.set(call, { streamId: append.streamId, settle, fail });
      duplex.write(requestOf({ ...append, call, deadline: Date.now() + patience }));
    });
  }

  /** The next who asks after it is over opens another. */
  private async opened(): Promise<Call> {
    const over = () => (this.open = undefined);
    try {
      const duplex = await this.inside.GRPCStreamCreator(StreamsClient, 'append', (grpc) => this.begun(grpc))();
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

  private begun(grpc: StreamsClient): Duplex {
    const [metadata, options] = this.inside.callArguments({}, { deadline: Infinity });
    const asIs = (bytes: Buffer) => bytes;
    const path = '/event_store.client.streams.Streams/BatchAppend';
    return grpc.makeBidiStreamRequest(path, asIs, answerIn, metadata, options) as unknown as Duplex;
  }
}

function answered({ waiting }: Call, answer: AppendAnswer): void {
  const one = waiting.get(answer.call);
  waiting.delete(answer.call);
  if (answer.isRefused) one?.fail(refusal(answer, one.streamId));
  else one?.settle(answer);
}

const unavailable = 14;
const ended = () => Object.assign(new Error('the server ended the call'), { code: unavailable });

/** The library knows how to read what the server has against it. */
function refusal({ bytes }: AppendAnswer, streamId: string): Error {
  const error = streams.BatchAppendResp.deserializeBinary(bytes).getError();
  return error ? unpackToCommandError(error, streamId) : ended();
}
