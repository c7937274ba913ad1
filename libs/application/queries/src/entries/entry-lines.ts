import type { StreamName } from '@lookback/kernel';
import { type Entry, LogCorrupted, StreamCache } from '@lookback/log/event-log';
import { type EntryListed, type Names, narrate } from '@lookback/review/history';
import { Parts } from '@lookback/office/desk';
import { Injectable } from '@nestjs/common';
import type { EntryLine } from './entries.dto.js';
import { NameDirectory } from '../names/name-directory.js';

/** Tells entries of many subjects: each in the light of its own history, as known now. */
@Injectable()
export class EntryLines {
  constructor(
    private readonly streams: StreamCache,
    private readonly names: NameDirectory,
    private readonly parts: Parts,
  ) {}

  /** In the order asked. @throws LogCorrupted */
  load(listed: readonly EntryListed[]): Promise<EntryLine[]> {
    return this.lines(listed, async (stream) => (await this.streams.load(stream)).entries);
  }

  /** The same, without those of streams in which the log is broken. */
  whole(listed: readonly EntryListed[]): Promise<EntryLine[]> {
    return this.lines(listed, (stream) =>
      this.streams.load(stream).then(
        ({ entries }) => entries,
        (error: unknown) => {
          if (error instanceof LogCorrupted) return [];
          throw error;
        },
      ),
    );
  }

  private async lines(listed: readonly EntryListed[], history: (stream: StreamName) => Promise<readonly Entry[]>): Promise<EntryLine[]> {
    const streams = [...new Set(listed.map(({ stream }) => stream as StreamName))];
    const histories = await Promise.all(streams.map(history));
    const people = listed.flatMap(({ stream }) => (kindOf(stream) === 'person' ? [idOf(stream)] : []));
    const names = await this.names.in(histories.flat(), { people });
    const by = { parts: this.parts, names };
    const lines = new Map(streams.map((stream, i) => [stream, narrate(histories[i] ?? [], Number.MAX_SAFE_INTEGER, by)]));
    return listed.flatMap((one) => {
      const line = lines.get(one.stream as StreamName)?.[one.revision - 1];
      return line ? [{ ...line, ...aboutOf(one, names) }] : [];
    });
  }
}

function aboutOf({ stream, subjectName, region, daysUntilRecorded }: EntryListed, names: Names) {
  const [kind, subject] = [kindOf(stream), idOf(stream)];
  const called = subjectName ?? (kind === 'person' ? names.official(subject) : region && names.region(region));
  return { kind, subject, subjectName: called, region, regionName: region && names.region(region), daysUntilRecorded };
}

/** `household` of `household-…`. */
const kindOf = (stream: string) => stream.split('-', 1)[0] ?? stream;
const idOf = (stream: string) => stream.slice(stream.indexOf('-') + 1);
