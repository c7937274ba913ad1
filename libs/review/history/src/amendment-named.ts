import {
  type Breach,
  type CalendarDate,
  type DataOf,
  daysBetween,
  type EntryId,
  type EventOf,
  type FourEyesEvent,
  type InBoth,
  isAmendment,
  type Recorded,
  Refusal,
  type Rules,
  spokenOf,
  unsealed,
} from '@lookback/kernel';
import type { Entry } from '@lookback/log/event-log';
import { answerRules } from '@lookback/office/four-eyes';
import { type ActorNamed, actorNamed } from './actor-named.js';
import type { Names } from './names.js';
import { recordedOn, type RecorderNamed, recorderNamed } from './recorder-named.js';

/** One side of a second person's decision: who, when, and the place of it in the log. */
export interface HandNamed {
  /** In whose name; who typed it in where nobody else is named. */
  readonly by: ActorNamed | RecorderNamed;
  readonly at: string;
  readonly position: number;
}

/** Who changed what an entry says, or confirmed a late report: who asked for it, who agreed to it, and why. */
export interface AmendmentNamed {
  readonly proposed: HandNamed;
  readonly answered: HandNamed;
  /** Why it was asked for; null of a report, and where that is erased. */
  readonly reason: string | null;
}

/** A guard that was broken knowingly, in words. */
export interface BreachSaid extends InBoth {
  readonly rule: string;
}

/** The last proposal about an entry that was approved, and where it began as a report, by which entry that was confirmed. */
interface Answered {
  readonly proposal: Entry;
  readonly answer: Entry;
  readonly confirmation: EntryId | undefined;
}
type Correction = DataOf<FourEyesEvent, 'CorrectionProposed'>;

const changes: ReadonlySet<string> = new Set(['EntryCorrected', 'EntryRetracted', 'ReportConfirmed']);

/** What last changed each entry or let it count, by the entry; answers that count for nothing are left out. */
export function amendmentsIn(recorded: readonly Entry[], unfit: ReadonlySet<EntryId>): ReadonlyMap<EntryId, Answered> {
  const proposals = new Map(recorded.filter(({ type }) => proposes(type)).map((entry) => [entry.id, entry]));
  const found = new Map<EntryId, Answered>();
  for (const answer of recorded) {
    if (!changes.has(answer.type) || unfit.has(answer.id)) continue;
    const proposal = proposals.get((answer.data as { readonly proposal: EntryId }).proposal);
    if (!proposal) continue;
    const about = (isAmendment(proposal) && spokenOf(proposal)) || proposal.id;
    const confirmation = answer.type === 'ReportConfirmed' ? answer.id : found.get(about)?.confirmation;
    found.set(about, { proposal, answer, confirmation });
  }
  return found;
}

const proposes = (type: string): boolean => type === 'CorrectionProposed' || type === 'ReportProposed';

/** What a proposal wants to count, and from which day; null where it wants an entry struck out, and of all that proposes nothing. */
export function wantedBy(entry: Recorded): { readonly event: EventOf; readonly effectiveOn: CalendarDate } | null {
  if (!isAmendment(entry)) return null;
  if (entry.type === 'ReportProposed') return { event: entry.data.event.event, effectiveOn: entry.by.effectiveOn };
  if (entry.type !== 'CorrectionProposed' || entry.data.wanted === null) return null;
  const { event, effectiveOn } = entry.data.wanted;
  return { event: event.event, effectiveOn };
}

/** Both sides by name. */
export const amendmentNamed = (
  { proposal, answer }: Answered,
  names: Names,
  members: ReadonlyMap<string, string | null>,
): AmendmentNamed => ({
  proposed: handNamed(proposal, names, members),
  answered: handNamed(answer, names, members),
  reason: proposal.type === 'CorrectionProposed' ? unsealed((proposal.data as Correction).reason) : null,
});

const handNamed = (entry: Entry, names: Names, members: ReadonlyMap<string, string | null>): HandNamed => ({
  by: entry.by.actedBy ? actorNamed(entry.by.actedBy, names, members) : recorderNamed(entry, names),
  at: entry.recordedAt.toISOString(),
  position: entry.position,
});

/** How many days after its day a report was told; null of what is no report. */
export const lateDaysOf = (entry: Entry): number | null =>
  entry.by.mode === 'report' ? daysBetween(entry.by.effectiveOn, recordedOn(entry)) : null;

/** The guards that a report or an approval broke; a rule that this release does not know by its name. */
export const breachesSaid = (breaches: readonly Breach[], rules: Rules): BreachSaid[] =>
  breaches.map(({ rule, facts }) => {
    const wording = rules[rule] ?? answerRules[rule];
    if (!wording) return { rule, en: rule, zh: rule };
    const said = new Refusal(rule, facts, wording);
    return { rule, en: said.in('en'), zh: said.in('zh') };
  });
