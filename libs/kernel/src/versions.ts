import type { Recorded, InapplicableEntry } from './decider.js';
import { CorrectionRequests } from './correction-requests.js';
import type { DataOf, EventOf } from './event-of.js';
import type { Inapplicable } from './refusal.js';
import type { Resolved } from './resolved.js';
import type { FourEyesEvent } from './four-eyes.events.js';
import { inapplicable } from './four-eyes.rules.js';
import type { EntryId } from './text.js';

type Correction = DataOf<FourEyesEvent, 'CorrectionProposed'>;

/** A correction or a report that waits for a second person. */
export type OpenProposal = Recorded<Extract<FourEyesEvent, { type: 'CorrectionProposed' | 'ReportProposed' }>>;

type Answer = Recorded<Extract<FourEyesEvent, { data: { proposal: EntryId } }>>;

/** A correction or a report, of which type of entry it is, and what a second person said to it: null while it waits. */
export interface AmendmentProposal {
  readonly proposed: OpenProposal;
  /** Null where the entry that it names is not there. */
  readonly about: string | null;
  readonly answer: Recorded<FourEyesEvent> | null;
}

/** One entry and what became of it. `says` is null while it is struck out. */
export interface Line {
  readonly original: Recorded;
  /** The newest version: what a correction has to supersede. */
  readonly newest: EntryId;
  readonly says: Resolved | null;
}

/** The versions of every entry of a stream, taken in order of recording. Each entry's form one line; the last one wins. */
export class Versions {
  readonly inapplicable: InapplicableEntry[] = [];
  private readonly lines = new Map<EntryId, Line>();
  private readonly open = new Map<EntryId, OpenProposal>();
  private readonly requested = new CorrectionRequests();
  private readonly answered = new Map<EntryId, Recorded<FourEyesEvent>>();

  /** Every entry that counts, in the version that counts; in no order. */
  inForce(): Resolved[] {
    return [...this.lines.values()].flatMap(({ says }) => says ?? []);
  }

  /** An entry, its newest version, and what it says now: null while it is struck out. Undefined where nothing of this id counts or counted. */
  line(original: EntryId): Line | undefined {
    return this.lines.get(original);
  }

  /** Proposals that no valid answer has come to, in order of recording. */
  get openProposals(): readonly OpenProposal[] {
    return [...this.open.values()].filter(({ id }) => !this.answered.has(id));
  }

  /** Every proposal, in order of recording. An answer that does not fit leaves it open. */
  get proposals(): AmendmentProposal[] {
    return [...this.open.values()].map((proposed) => ({
      proposed,
      about: proposed.type === 'ReportProposed' ? proposed.data.event.event.type : this.typeOf(proposed.data.original),
      answer: this.answered.get(proposed.id) ?? null,
    }));
  }

  /** What householders asked, and the answers. */
  get requests(): Pick<CorrectionRequests, 'all' | 'whyNot'> {
    return this.requested;
  }

  take(entry: Recorded): void {
    if (!isAmendment(entry)) {
      this.lines.set(entry.id, { original: entry, newest: entry.id, says: setAs(entry, entry.id) });
      return;
    }
    const why = this.takeSecondPerson(entry);
    if (why) this.inapplicable.push({ entry: entry.id, why });
  }

  private typeOf(entry: EntryId | null): string | null {
    return (entry && this.lines.get(entry)?.original.type) ?? null;
  }

  private takeSecondPerson(entry: Recorded<FourEyesEvent>): Inapplicable | undefined {
    switch (entry.type) {
      case 'CorrectionProposed':
        if (entry.data.request) this.requested.answer(entry, entry.data.request);
        this.open.set(entry.id, entry);
        return undefined;
      case 'ReportProposed':
        this.open.set(entry.id, entry);
        return undefined;
      case 'CorrectionRequested':
        this.requested.take(entry, this.typeOf(entry.data.entry));
        return undefined;
      case 'CorrectionRequestAnswered':
        return this.requested.answer(entry, entry.data.request);
      case 'ReportConfirmed':
        return this.answer(entry, (proposal) => this.confirm(entry, proposal));
      case 'EntryCorrected':
      case 'EntryRetracted':
        return this.answer(entry, (proposal) => this.correct(entry, proposal));
      case 'ReportDeclined':
        return this.answer(entry, (proposal) => expect(proposal, 'ReportProposed'));
      case 'CorrectionDeclined':
        return this.answer(entry, (proposal) => expect(proposal, 'CorrectionProposed'));
    }
  }

  /** A proposal is answered once. An answer that does not fit leaves it open. */
  private answer(entry: Answer, take: (proposal: Recorded<FourEyesEvent>) => Inapplicable | undefined): Inapplicable | undefined {
    const { proposal } = entry.data;
    const proposed = this.open.get(proposal);
    if (!proposed) return inapplicable('four-eyes.proposal-absent', { proposal });
    if (this.answered.has(proposal)) return inapplicable('four-eyes.already-answered', { proposal });
    const why = take(proposed);
    if (!why) this.answered.set(proposal, entry);
    return why;
  }

  private confirm(by: Recorded, proposal: Recorded<FourEyesEvent>): Inapplicable | undefined {
    if (proposal.type !== 'ReportProposed') return inapplicable('four-eyes.proposal-absent', { proposal: proposal.id });
    const { event } = proposal.data.event;
    this.lines.set(proposal.id, {
      original: { ...setAs(proposal, proposal.id), ...event },
      newest: proposal.id,
      says: { ...setAs(proposal, by.id), ...event },
    });
    return undefined;
  }

  private correct(by: Recorded<FourEyesEvent>, proposal: Recorded<FourEyesEvent>): Inapplicable | undefined {
    const retracts = by.type === 'EntryRetracted';
    if (proposal.type !== 'CorrectionProposed' || (proposal.data.wanted === null) !== retracts)
      return inapplicable('four-eyes.proposal-absent', { proposal: proposal.id });
    const { original, supersedes, wanted } = proposal.data;
    const line = this.lines.get(original);
    if (!line) return inapplicable('four-eyes.original-absent', { original });
    if (line.newest !== supersedes) return inapplicable('four-eyes.version-replaced', { supersedes, newest: line.newest });
    if (wanted && wanted.event.event.type !== line.original.type)
      return inapplicable('four-eyes.type-changed', { original: line.original.type, wanted: wanted.event.event.type });
    this.lines.set(original, { ...line, newest: by.id, says: wanted && corrected(line.original, wanted, by.id) });
    return undefined;
  }
}

function corrected(original: Recorded, wanted: NonNullable<Correction['wanted']>, setBy: EntryId): Resolved {
  const { event, effectiveOn, authority, evidence } = wanted;
  const by = { ...original.by, effectiveOn, authority: authority ?? undefined, evidence };
  return { ...setAs(original, setBy), data: event.event.data, by };
}

/** What an entry says, as it was set by itself or by another. Field by field: an entry of the log tells who said it only when asked. */
export const setAs = ({ type, data, by, id, revision, position, recordedAt }: Recorded, setBy: EntryId): Resolved => ({
  type,
  data,
  by,
  id,
  revision,
  position,
  recordedAt,
  setBy,
});

const expect = (proposal: Recorded, type: FourEyesEvent['type']): Inapplicable | undefined =>
  proposal.type === type ? undefined : inapplicable('four-eyes.proposal-absent', { proposal: proposal.id });

const secondPerson: ReadonlySet<string> = new Set<FourEyesEvent['type']>([
  'CorrectionProposed',
  'EntryCorrected',
  'EntryRetracted',
  'CorrectionDeclined',
  'ReportProposed',
  'ReportConfirmed',
  'ReportDeclined',
  'CorrectionRequested',
  'CorrectionRequestAnswered',
]);

/** True of an entry that speaks of others, and may change what they say; a stream that gains one must be folded anew. */
export const isAmendment = (entry: EventOf): entry is Recorded<FourEyesEvent> => secondPerson.has(entry.type);
