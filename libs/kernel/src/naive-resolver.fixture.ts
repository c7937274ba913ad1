import type { Attribution, CalendarDate, EntryId, EventOf, Recorded } from './index.js';
import type { FourEyesEvent, WantedEvent } from './four-eyes.events.js';

/*
 * A second resolver, written from the text of look-back.md ("Two clocks, one resolver") and domain.md (section 2) alone: the oracle of the
 * first. It keeps no state and asks everything anew of the whole history, so it is slow and plain. It shares no line with the resolver.
 */

interface Found {
  readonly id: EntryId;
  readonly type: string;
  readonly data: unknown;
  readonly by: Attribution;
  readonly setBy: EntryId;
  readonly revision: number;
}
type Spoken<Type extends FourEyesEvent['type']> = Recorded<Extract<FourEyesEvent, { type: Type }>>;
type RequestType = 'CorrectionRequested' | 'CorrectionRequestAnswered';
type AnswerType = Exclude<FourEyesEvent['type'], 'CorrectionProposed' | 'ReportProposed' | RequestType>;
type Answer = Spoken<AnswerType>;
interface Verdict {
  readonly entry: Answer;
  readonly refused: string | null;
}

/** What each answer answers. */
const answers: Record<AnswerType, 'CorrectionProposed' | 'ReportProposed'> = {
  EntryCorrected: 'CorrectionProposed',
  EntryRetracted: 'CorrectionProposed',
  CorrectionDeclined: 'CorrectionProposed',
  ReportConfirmed: 'ReportProposed',
  ReportDeclined: 'ReportProposed',
};

const isAnswer = (entry: EventOf): entry is Answer => Object.hasOwn(answers, entry.type);
const isCorrectionProposed = (entry: EventOf): entry is Spoken<'CorrectionProposed'> => entry.type === 'CorrectionProposed';
const isReportProposed = (entry: EventOf): entry is Spoken<'ReportProposed'> => entry.type === 'ReportProposed';
const isRequest = (entry: EventOf): entry is Spoken<'CorrectionRequested'> => entry.type === 'CorrectionRequested';
const isRequestAnswer = (entry: EventOf): entry is Spoken<'CorrectionRequestAnswered'> => entry.type === 'CorrectionRequestAnswered';
const isOrdinary = (entry: EventOf) =>
  ![isAnswer, isCorrectionProposed, isReportProposed, isRequest, isRequestAnswer].some((is) => is(entry));

/**
 * Rules 1 to 4: which entries count on day `effective` as known at position `known`, and which answers count for nothing, by which
 * rule; with the line of approvals that changed each entry.
 */
export function naivelyResolved(whole: readonly Recorded[], effective: CalendarDate, known: number) {
  const history = whole.filter((entry) => entry.position <= known); // 1
  const verdicts = judged(history);
  const found = originals(history, verdicts);
  const entries = found
    .map((original) => winningVersion(original, history, verdicts)) // 2
    .filter((version) => version !== null)
    .filter((version) => version.by.effectiveOn <= effective) // 4
    .sort((a, b) => compared(a.by.effectiveOn, b.by.effectiveOn) || a.revision - b.revision); // 3
  const refusedOf = new Map(verdicts.map(({ entry, refused }) => [entry.id, refused]));
  const inapplicable = history.flatMap((entry, i) => {
    const rule = isRequestAnswer(entry) ? reasonAgainstTelling(entry, history.slice(0, i)) : refusedOf.get(entry.id);
    return rule ? [{ entry: entry.id, rule }] : [];
  });
  return { entries, inapplicable, lines: found.map(({ id }) => line(id, history, verdicts).map(({ type }) => type)) };
}

/** Every answer with what refuses it, if anything: each is judged on nothing but the history before it. */
function judged(history: readonly Recorded[]): Verdict[] {
  const verdicts: Verdict[] = [];
  history.forEach((entry, i) => {
    if (isAnswer(entry)) verdicts.push({ entry, refused: reasonAgainst(entry, history.slice(0, i), [...verdicts]) });
  });
  return verdicts;
}

/** What says something about the subject: every ordinary entry, and every report that was confirmed, under its own type. */
function originals(history: readonly Recorded[], verdicts: readonly Verdict[]): Found[] {
  return history.flatMap((entry) => {
    const { id, by, revision, type, data } = entry;
    if (isOrdinary(entry)) return [{ id, by, revision, type, data, setBy: id }];
    const confirmed = verdicts.find((verdict) => counts(verdict, ['ReportConfirmed']) && verdict.entry.data.proposal === id);
    if (isReportProposed(entry) && confirmed) return [{ id, by, revision, ...entry.data.event.event, setBy: confirmed.entry.id }];
    return [];
  });
}

/** What an original says by the last version of its line; null where that one strikes it out. */
function winningVersion(original: Found, history: readonly Recorded[], verdicts: readonly Verdict[]): Found | null {
  const last = line(original.id, history, verdicts).at(-1);
  if (!last) return original;
  const { wanted } = proposalOf(last, history).data;
  return last.type === 'EntryRetracted' || !wanted ? null : corrected(original, wanted, last.id);
}

/** A correction may change data, day, authority and evidence: never type, subject or who acted. */
const corrected = (original: Found, { event, effectiveOn, authority, evidence }: WantedEvent, setBy: EntryId): Found => ({
  ...original,
  data: event.event.data,
  by: { ...original.by, effectiveOn, authority: authority ?? undefined, evidence },
  setBy,
});

/** The approvals that changed an original, in order. */
const line = (original: EntryId, history: readonly Recorded[], verdicts: readonly Verdict[]): Answer[] =>
  verdicts
    .filter((verdict) => counts(verdict, ['EntryCorrected', 'EntryRetracted']))
    .map(({ entry }) => entry)
    .filter((approval) => proposalOf(approval, history).data.original === original);

function proposalOf({ data: { proposal } }: Answer, history: readonly Recorded[]): Spoken<'CorrectionProposed'> {
  const found = history.find((entry) => entry.id === proposal);
  if (!found || !isCorrectionProposed(found)) throw new Error(`no correction was proposed as ${proposal}`);
  return found;
}

const counts = ({ entry, refused }: Verdict, types: readonly AnswerType[]) => refused === null && types.includes(entry.type);

/** An answer that counts for nothing answers nothing: its proposal stays open. */
function reasonAgainst(answer: Answer, before: readonly Recorded[], verdicts: readonly Verdict[]): string | null {
  const asked = before.find((entry) => entry.id === answer.data.proposal);
  if (!asked || !(isCorrectionProposed(asked) || isReportProposed(asked))) return 'four-eyes.proposal-absent';
  if (verdicts.some(({ entry, refused }) => refused === null && entry.data.proposal === asked.id)) return 'four-eyes.already-answered';
  if (answers[answer.type] !== asked.type) return 'four-eyes.proposal-absent';
  return isCorrectionProposed(asked) && answer.type !== 'CorrectionDeclined'
    ? reasonAgainstCorrecting(asked, answer, before, verdicts)
    : null;
}

/** A request is answered once: by a proposal that names it, or by being told why there is none. */
function reasonAgainstTelling({ data: { request } }: Spoken<'CorrectionRequestAnswered'>, before: readonly Recorded[]): string | null {
  const asked = before.findIndex((entry) => entry.id === request && isRequest(entry));
  if (asked < 0) return 'four-eyes.request-absent';
  const since = before.slice(asked);
  const isAnswered = since.some((entry) => (isRequestAnswer(entry) || isCorrectionProposed(entry)) && entry.data.request === request);
  return isAnswered ? 'four-eyes.request-answered' : null;
}

function reasonAgainstCorrecting(
  { data: { original: id, supersedes, wanted } }: Spoken<'CorrectionProposed'>,
  approval: Answer,
  before: readonly Recorded[],
  verdicts: readonly Verdict[],
): string | null {
  if ((wanted === null) !== (approval.type === 'EntryRetracted')) return 'four-eyes.proposal-absent';
  const original = originals(before, verdicts).find((entry) => entry.id === id);
  if (!original) return 'four-eyes.original-absent';
  if (supersedes !== (line(id, before, verdicts).at(-1)?.id ?? id)) return 'four-eyes.version-replaced';
  return wanted && wanted.event.event.type !== original.type ? 'four-eyes.type-changed' : null;
}

const compared = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
