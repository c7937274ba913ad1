import type { Commit } from '../port/event-log.js';
import { InvalidCommit } from '../port/errors.js';
import type { WrittenEntry } from '../port/stored-entry.js';

/** What one call may bring; EventStoreDB refuses an append over 1 MiB. */
export const limits = { eventsACommit: 1_000, entriesACall: 10_000, bytesAnEntry: 1_000_000, bytesACall: 64_000_000 } as const;

const streamName = /^[a-z]+(-[\w.:~-]{1,200})?$/;
const commandKey = /^[\x21-\x7e]{1,200}$/;
const eventType = /^[A-Za-z]\w{0,99}$/;

/** @throws InvalidCommit saying which commit cannot be recorded, and why. */
export function validateCommits(commits: readonly Commit[]): void {
  const streams = new Set<string>();
  for (const commit of commits) {
    const reason = unfitness(commit) ?? (streams.has(commit.stream) ? 'is the second of its stream in one call' : undefined);
    if (reason) throw new InvalidCommit(`the commit to ${JSON.stringify(commit.stream.slice(0, 100))} ${reason}`);
    streams.add(commit.stream);
  }
}

function unfitness({ stream, expected, key, events }: Commit): string | undefined {
  if (!streamName.test(stream)) return 'has no name of a stream, such as household-17';
  if (!Number.isSafeInteger(expected) || expected < 0) return `expects ${String(expected)} entries; it must be a whole number from 0`;
  if (!commandKey.test(key)) return 'has no key of 1 to 200 printable ASCII characters';
  if (events.length === 0) return 'holds no event';
  if (events.length > limits.eventsACommit) return `holds ${String(events.length)} events; ${String(limits.eventsACommit)} are the most`;
  return events.every(({ type }) => eventType.test(type)) ? undefined : 'holds an event whose type is not a name';
}

/** @throws InvalidCommit when an entry, or the call, is larger than the log takes. */
export function validateSizes(written: readonly (readonly WrittenEntry[])[]): void {
  let [entries, bytes] = [0, 0];
  for (const commit of written)
    for (const entry of commit) {
      const size = sizeOf(entry);
      if (size > limits.bytesAnEntry)
        throw new InvalidCommit(`${entry.type} for ${entry.stream} has ${String(size)} bytes; ${String(limits.bytesAnEntry)} are the most`);
      bytes += size;
      entries++;
    }
  if (entries > limits.entriesACall || bytes > limits.bytesACall)
    throw new InvalidCommit(
      `one call brings ${String(entries)} entries of ${String(bytes)} bytes; ${String(limits.entriesACall)} of ${String(limits.bytesACall)} are the most`,
    );
}

const sizeOf = ({ data, metadata }: WrittenEntry): number => Buffer.byteLength(data) + Buffer.byteLength(metadata);
