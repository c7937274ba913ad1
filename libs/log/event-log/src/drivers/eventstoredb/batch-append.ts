import protobuf from 'protobufjs';
import type { WrittenEntry } from '../../port/stored-entry.js';
import { idOf, wrapped } from './raw-entry.js';

/** An append as the server's BatchAppend takes it: one message, whatever it holds. */
export interface Append {
  /** By which the answer is known again; from 1. */
  readonly call: number;
  readonly streamId: string;
  readonly expected: number;
  readonly entries: readonly WrittenEntry[];
  /** Milliseconds since 1970 after which the server need not begin. */
  readonly deadline: number;
}

/** Where the last entry of an append stands: in its stream, counted from 0, and in `$all`. */
export interface AppendSuccess {
  readonly currentRevision: number;
  readonly position: { readonly commitPosition: number };
}

/** What the server answers: to which call, and either where the entries stand or why they do not. */
export interface AppendAnswer {
  readonly correlationId: { readonly structured: { readonly leastSignificantBits: number } };
  readonly success?: AppendSuccess;
  /** A `google.rpc.Status`, which the library reads. */
  readonly error?: Uint8Array;
}

/**
 * What appends take of the server's `streams.proto` and `shared.proto`. The library's generated messages, which say the same, take the
 * process a third more for each append.
 */
const { root } = protobuf.parse(`
  syntax = "proto3";
  message BatchAppendReq {
    UUID correlation_id = 1;
    Options options = 2;
    repeated ProposedMessage proposed_messages = 3;
    bool is_final = 4;
    message Options {
      StreamIdentifier stream_identifier = 1;
      oneof expected_stream_position { uint64 stream_position = 2; Empty no_stream = 3; }
      Timestamp deadline = 6;
    }
    message ProposedMessage { UUID id = 1; map<string, string> metadata = 2; bytes custom_metadata = 3; bytes data = 4; }
  }
  message BatchAppendResp {
    UUID correlation_id = 1;
    oneof result { bytes error = 2; Success success = 3; }
    message Success { uint64 current_revision = 1; AllStreamPosition position = 3; }
  }
  message UUID {
    oneof value { Structured structured = 1; string string = 2; }
    message Structured { int64 least_significant_bits = 2; }
  }
  message StreamIdentifier { bytes stream_name = 3; }
  message AllStreamPosition { uint64 commit_position = 1; }
  message Timestamp { int64 seconds = 1; }
  message Empty {}
`);
const [request, response] = [root.lookupType('BatchAppendReq'), root.lookupType('BatchAppendResp')];

/** BatchAppendReq. */
export function requestOf({ call, streamId, expected, entries, deadline }: Append): Buffer {
  const message = {
    correlationId: { structured: { leastSignificantBits: call } },
    options: {
      streamIdentifier: { streamName: Buffer.from(streamId) },
      ...(expected === 0 ? { noStream: {} } : { streamPosition: expected - 1 }),
      deadline: { seconds: Math.ceil(deadline / 1_000) },
    },
    proposedMessages: entries.map((entry) => ({
      id: { string: idOf(entry.mac) },
      metadata: { type: entry.type, 'content-type': 'application/octet-stream' },
      customMetadata: Buffer.from(wrapped(entry)),
      data: Buffer.from(entry.data),
    })),
    isFinal: true,
  };
  return request.encode(message).finish() as Buffer;
}

/** BatchAppendResp. */
export const answerIn = (bytes: Buffer): AppendAnswer => response.toObject(response.decode(bytes), { longs: Number }) as AppendAnswer;
