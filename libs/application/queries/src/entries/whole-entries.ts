import { type Entry, EventLog, leafHashOf, type StoredEntry } from '@lookback/log/event-log';
import { Parts, type Principal, seesOf, SubjectAbsent } from '@lookback/office/desk';
import { type EntryListed, JournalQuery, redacted } from '@lookback/review/history';
import { Injectable } from '@nestjs/common';
import type { EntryLine, EntryWhole } from './entries.dto.js';
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
  ) {}

  /** Throws SubjectAbsent also where the asker may not see the entry: that there is one is not told. */
  async at(position: number, who: Principal): Promise<EntryWhole> {
    const wanted = { recordedAfter: position - 1, recordedUpTo: position };
    const listed = await this.query.find(wanted, seesOf(who, this.parts.subjects), { limit: 1 });
    const [[line], stored, entry] = await Promise.all([this.lines.load(listed), this.log.stored(position), this.opened(listed[0])]);
    if (!line || !stored || !entry) throw new SubjectAbsent('entry', `@${position}`);
    const { kind, region, ...shown } = line;
    return { kind, region, ...shown, ...envelopeOf(entry), data: await this.dataOf(entry, line, who), ...proofOf(stored) };
  }

  /** Whole for those who see all of its subject. */
  private async dataOf(entry: Entry, { kind, subject: id }: EntryLine, who: Principal): Promise<object> {
    const subject = this.parts.of(kind)?.subject;
    const sight = subject ? await this.subjects.sightOf(subject, id, who) : 'masked';
    return redacted(entry, { sight, parts: this.parts }) as object;
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
