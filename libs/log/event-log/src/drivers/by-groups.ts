import type { StreamName } from '@lookback/kernel';
import type { Entry } from '../port/event-log.js';
import { LogCorrupted } from '../port/errors.js';

/** A stream, and how many entries it has. */
export interface StreamLength {
  readonly stream: StreamName;
  readonly revision: number;
}

/** How many entries' streams are read in one go, about. */
const entriesAtOnce = 5_000;

/** What is read of streams, some thousand entries' worth at a time; while one answer is in hand the next is on its way. */
export async function* byGroups<Stream extends StreamLength, Answer>(
  streams: Iterable<Stream> | AsyncIterable<Stream>,
  read: (group: readonly Stream[]) => Promise<Answer>,
): AsyncGenerator<Answer> {
  let ahead: Promise<Answer> | undefined;
  for await (const group of groups(streams)) {
    const before = ahead;
    ahead = read(group);
    ahead.catch(() => undefined); // told when it is waited for
    if (before) yield await before;
  }
  if (ahead) yield await ahead;
}

async function* groups<Stream extends StreamLength>(streams: Iterable<Stream> | AsyncIterable<Stream>): AsyncGenerator<Stream[]> {
  let [group, held]: [Stream[], number] = [[], 0];
  for await (const one of streams) {
    group.push(one);
    held += one.revision;
    if (held < entriesAtOnce) continue;
    yield group;
    [group, held] = [[], 0];
  }
  if (group.length > 0) yield group;
}

/** What a stream had at a position; it must be as long as is known. */
export function wholeUpTo(position: number, entries: readonly Entry[], { stream, revision }: StreamLength): Entry[] {
  const own = entries.filter((entry) => entry.position <= position);
  if (own.length !== revision) throw new LogCorrupted('missing', { stream, revision: own.length + 1 });
  return own;
}
