import type { AllStreamResolvedEvent, EventStoreDBClient, Position, RecordedEvent } from '@eventstore/db-client';
import { ReadStream } from '@eventstore/db-client/dist/streams/utils/ReadStream.js';
import { convertGrpcEvent } from '@eventstore/db-client/dist/utils/convertGrpcEvent.js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import { StreamsClient } from '@eventstore/db-client/generated/streams_grpc_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import { inside } from './inside.js';

const { Empty } = shared;
const { Options } = streams.ReadReq;

/** Which events are wanted: by what their stream's name begins with, or by a pattern of their types. */
type Wanted = { readonly streamsOf: string } | { readonly types: string };

/** Some of `$all`. */
interface Range {
  /** Where to begin, with the event that stands there; from the very beginning, or backwards from the end, where it is left out. */
  readonly from?: Position | undefined;
  readonly isBackwards?: boolean;
  readonly maxCount: number;
}

/** How many events the server looks through at a time. */
const searchWindow = 10_000;

/** Events of `$all` that the server picks out by itself: it can, but the library's `readAll` leaves the filter out. */
export async function* filteredRead(client: EventStoreDBClient, wanted: Wanted, range: Range): AsyncGenerator<RecordedEvent> {
  const library = inside(client);
  const request = requestOf(wanted, range);
  const begin = library.GRPCStreamCreator(StreamsClient, 'read', (grpc) =>
    grpc.read(request, ...library.callArguments({}, { deadline: Infinity })),
  );
  for await (const { event } of new ReadStream<AllStreamResolvedEvent>(begin, convertGrpcEvent, {})) if (event) yield event;
}

function requestOf(wanted: Wanted, { from, isBackwards = false, maxCount }: Range): streams.ReadReq {
  const all = new Options.AllOptions();
  if (from) all.setPosition(placeOf(from));
  else if (isBackwards) all.setEnd(new Empty());
  else all.setStart(new Empty());
  const ids = new Options.UUIDOption();
  ids.setString(new Empty());
  const options = new Options();
  options.setAll(all);
  options.setReadDirection(isBackwards ? Options.ReadDirection.BACKWARDS : Options.ReadDirection.FORWARDS);
  options.setCount(String(maxCount));
  options.setUuidOption(ids);
  options.setFilter(filterOf(wanted));
  const request = new streams.ReadReq();
  request.setOptions(options);
  return request;
}

function placeOf({ commit, prepare }: Position): streams.ReadReq.Options.Position {
  const place = new Options.Position();
  place.setCommitPosition(String(commit));
  place.setPreparePosition(String(prepare));
  return place;
}

function filterOf(wanted: Wanted): streams.ReadReq.Options.FilterOptions {
  const expression = new Options.FilterOptions.Expression();
  const filter = new Options.FilterOptions();
  if ('types' in wanted) {
    expression.setRegex(wanted.types);
    filter.setEventType(expression);
  } else {
    expression.addPrefix(wanted.streamsOf);
    filter.setStreamIdentifier(expression);
  }
  filter.setMax(searchWindow);
  filter.setCheckpointintervalmultiplier(1);
  return filter;
}
