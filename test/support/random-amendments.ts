import {
  type CalendarDate,
  type EntryId,
  type EventOf,
  fourEyesEvents,
  type Owner,
  Quoted,
  sealedTo,
  type StreamName,
} from '@lookback/kernel';
import type { BodyDigest, CommandKey, Entry, EventLog } from '@lookback/log/event-log';

/** By when a proposal is to be answered, which nobody looks at here. */
const answer = { dueOn: '2019-01-15' as CalendarDate, level: null };

/** What second persons do to the histories of some subjects: straight into the log, as commands ask only for what fits. */
export class RandomAmendments {
  private nth = 0;

  constructor(
    private readonly log: EventLog,
    private readonly random: () => number,
    /** A day on which something may have been otherwise than was recorded. */
    private readonly anyDay: () => CalendarDate,
  ) {}

  /** So many, each of one of these streams: corrections, also of what was corrected, strikings-out, reports; most of them approved. */
  async made(streams: readonly StreamName[], many: number): Promise<void> {
    for (let n = 0; n < many; n++) {
      const history = await this.log.readStream(this.oneOf(streams));
      if (this.random() < 0.2) await this.report(history);
      else await this.correct(history);
    }
  }

  private async correct(history: readonly Entry[]): Promise<void> {
    const corrected = history.filter(({ type, id }) => type === 'CorrectionProposed' || newestOf(id, history) !== id);
    const of = this.oneOf(this.random() < 0.3 && corrected.length > 0 ? corrected : history);
    const id = of.type === 'CorrectionProposed' ? (of.data as { original: EntryId }).original : of.id;
    const original = history.find((entry) => entry.id === id) ?? of;
    const type = original.type === 'ReportProposed' ? (original.data as { event: Quoted }).event.event.type : original.type;
    const alike = history.filter((entry) => entry.type === type);
    const data = alike.length > 0 ? this.oneOf(alike).data : original.data;
    const wanted =
      this.random() < 0.25 ? null : { event: new Quoted({ type, data }), effectiveOn: this.anyDay(), authority: null, evidence: [] };
    const supersedes = newestOf(id, history);
    const proposal = await this.appended(history, 0, fourEyesEvents.correctionProposed({ original: id, supersedes, wanted, reason: this.words(of), answer })); // prettier-ignore
    const approved = wanted ? fourEyesEvents.entryCorrected({ proposal }) : fourEyesEvents.entryRetracted({ proposal });
    await this.answered(history, approved, fourEyesEvents.correctionDeclined({ proposal, reason: this.words(of) }));
  }

  private async report(history: readonly Entry[]): Promise<void> {
    const { type, data, stream } = this.oneOf(history);
    const event = new Quoted({ type, data });
    const proposal = await this.appended(history, 0, fourEyesEvents.reportProposed({ event, answer }));
    await this.answered(history, fourEyesEvents.reportConfirmed({ proposal }), fourEyesEvents.reportDeclined({ proposal, reason: this.words({ stream }) })); // prettier-ignore
  }

  /** Approved, declined, or left open. */
  private async answered(history: readonly Entry[], approval: EventOf, refusal: EventOf): Promise<void> {
    const drawn = this.random();
    if (drawn < 0.9) await this.appended(history, 1, drawn < 0.8 ? approval : refusal);
  }

  private async appended(history: readonly Entry[], more: number, event: EventOf): Promise<EntryId> {
    const { stream } = history[0] as Entry;
    const by = {
      effectiveOn: this.anyDay(),
      mode: 'act',
      recordedBy: { process: 'setup' },
      reads: [],
      evidence: [],
      breaches: [],
    } as const;
    const commit = { stream, expected: history.length + more, key: `amended/${this.nth++}` as CommandKey, body: 'spec' as BodyDigest };
    const { entries, revision } = await this.log.append({ ...commit, by, events: [event] });
    const [entry] = entries ?? (await this.log.readStream(stream, { from: revision }));
    return (entry as Entry).id;
  }

  private words({ stream }: Pick<Entry, 'stream'>) {
    return sealedTo(stream as string as Owner)('填报有误');
  }

  private oneOf<T>(some: readonly T[]): T {
    return some[Math.floor(this.random() * some.length)] as T;
  }
}

/** The version of an entry that a correction has to supersede: the last approval of one, or itself. */
function newestOf(original: EntryId, history: readonly Entry[]): EntryId {
  const proposals = new Set(
    history.flatMap(({ id, type, data }) =>
      type === 'CorrectionProposed' && (data as { original: EntryId }).original === original ? [id] : [],
    ),
  );
  const approvals = history.filter(
    ({ type, data }) => (type === 'EntryCorrected' || type === 'EntryRetracted') && proposals.has((data as { proposal: EntryId }).proposal),
  );
  return approvals.at(-1)?.id ?? original;
}
