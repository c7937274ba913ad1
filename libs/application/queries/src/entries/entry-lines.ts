import { type CalendarDate, erasedMark, everything, type StreamName } from '@lookback/kernel';
import { CachedStream, LogCorrupted, StreamCache } from '@lookback/log/event-log';
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
    return this.lines(listed, (stream) => this.streams.load(stream));
  }

  /** The same, without those of streams in which the log is broken. */
  whole(listed: readonly EntryListed[]): Promise<EntryLine[]> {
    return this.lines(listed, (stream) =>
      this.streams.load(stream).catch((error: unknown) => {
        if (error instanceof LogCorrupted) return CachedStream.from([]);
        throw error;
      }),
    );
  }

  private async lines(listed: readonly EntryListed[], open: (stream: StreamName) => Promise<CachedStream>): Promise<EntryLine[]> {
    const streams = [...new Set(listed.map(({ stream }) => stream as StreamName))];
    const opened = await Promise.all(streams.map(open));
    const names = await this.names.in(opened.flatMap(({ entries }) => entries));
    const by = { parts: this.parts, names };
    const wanted = new Set(listed.map(({ position }) => position));
    const told = opened.flatMap(({ entries }) => narrate(entries, Number.MAX_SAFE_INTEGER, by, wanted));
    const lines = new Map(told.map((line) => [line.position, line]));
    const about = new Map(streams.map((stream, i) => [stream, this.aboutOf(stream, opened[i], names)]));
    return listed.flatMap(({ stream, position, region, isFormer, daysUntilRecorded }) => {
      const [line, of] = [lines.get(position), about.get(stream as StreamName)];
      if (!line || !of) return [];
      return [
        {
          ...line,
          ...(isFormer && { amendment: null }), // it may have been decided where the subject went
          ...of(isFormer ? line.effectiveOn : everything.effective),
          region,
          regionName: region && names.region(region),
          daysUntilRecorded,
        },
      ];
    });
  }

  /** What an entry's subject is, where its file is, and what the office calls it as of a day; that is null where it is erased. */
  private aboutOf(stream: StreamName, opened: CachedStream | undefined, names: Names) {
    const [kind, id] = [kindOf(stream), idOf(stream)];
    const { subject = null, called = { en: kind, zh: kind } } = this.parts.of(kind) ?? {};
    const isFiled = subject !== null && subject.file.length > 0;
    const fixed = { kind, kindCalled: called, subject: id, subjectPath: isFiled ? `/${subject.plural}/${id}` : null };
    return (day: CalendarDate) => {
      const title = subject && opened ? subject.title(opened.history.on(day, subject), id)?.({ sight: 'masked', names }) : null;
      return { ...fixed, subjectName: title && title.value !== erasedMark ? (title.said?.zh ?? null) : null };
    };
  }
}

/** `household` of `household-…`. */
const kindOf = (stream: string) => stream.split('-', 1)[0] ?? stream;
const idOf = (stream: string) => stream.slice(stream.indexOf('-') + 1);
