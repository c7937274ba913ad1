import { type Entry, EventLog, leafHashOf, type StoredEntry, StreamCache } from '@lookback/log/event-log';
import { type AnySubject, Parts, type Principal, seesOf, SubjectAbsent } from '@lookback/office/desk';
import { type EntryListed, type FieldSaid, fieldsSaid, JournalQuery, placeSaidIn, redacted, redactedData } from '@lookback/review/history';
import { Injectable } from '@nestjs/common';
import { NameDirectory } from '../names/name-directory.js';
import type { EntryWhole } from './entries.dto.js';
import { OpenedSubjects } from '../subjects/opened-subjects.js';
import { EntryLines } from './entry-lines.js';

/** Answers what one entry says and what proves it. */
@Injectable()
export class WholeEntries {
  constructor(
    private readonly log: EventLog,
    private readonly query: JournalQuery,
    private readonly lines: EntryLines,
    private readonly subjects: OpenedSubjects,
    private readonly parts: Parts,
    private readonly streams: StreamCache,
    private readonly names: NameDirectory,
  ) {}

  /** Throws SubjectAbsent also where the asker may not see the entry: that there is one is not told. */
  async at(position: number, who: Principal): Promise<EntryWhole> {
    const wanted = { recordedAfter: position - 1, recordedUpTo: position };
    const listed = await this.query.find(wanted, seesOf(who, this.parts.subjects), { limit: 1 });
    const [[line], stored, entry] = await Promise.all([this.lines.load(listed), this.log.stored(position), this.opened(listed[0])]);
    if (!line || !stored || !entry) throw new SubjectAbsent('entry', `@${position}`);
    const { kind, region, ...shown } = line;
    const subject = this.parts.of(kind)?.subject ?? null;
    const sight = subject ? await this.subjects.sightOf(subject, line.subject, who) : 'masked';
    const to = { sight, parts: this.parts };
    const data = redacted(entry, to) as object;
    const said = subject && (await this.saidIn(subject, entry, redactedData(entry, to)));
    return { kind, region, ...shown, ...envelopeOf(entry), said, data, ...proofOf(stored) };
  }

  /** Field by field, as the form of its act asks for it; null where no form brings entries of its type. */
  private async saidIn(subject: AnySubject, entry: Entry, data: unknown): Promise<readonly FieldSaid[] | null> {
    const { type, stream, by } = entry;
    const line = subject.routes.find(({ commandFrom }) => commandFrom && type in commandFrom);
    const command = line?.commandFrom?.[type]?.(data as never);
    if (!line || !command) return null;
    const { entries } = await this.streams.load(stream);
    const [names, members] = [await this.names.in(entries), new Map(entries.flatMap((one) => this.parts.callsIn(one)))];
    return fieldsSaid(line.command, command, {
      names,
      at: { region: placeSaidIn(entries), on: by.effectiveOn },
      member: (id) => members.get(id)?.or(null) ?? null,
    });
  }

  private async opened(listed: EntryListed | undefined): Promise<Entry | undefined> {
    if (!listed) return undefined;
    const { stream, revision } = listed;
    return (await this.log.readStream(stream as Entry['stream'], { from: revision, to: revision }))[0];
  }
}

const envelopeOf = ({ stream, key, by: { correlationId, causationId } }: Entry) => ({
  stream,
  key,
  correlationId: correlationId ?? null,
  causationId: causationId ?? null,
});

const proofOf = (stored: StoredEntry) => ({
  version: stored.version,
  macKey: stored.mac.split(':', 2)[1] ?? '',
  leafHash: leafHashOf(stored),
});
