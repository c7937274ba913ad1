import {
  type Breach,
  type CalendarDate,
  daysBetween,
  type EntryId,
  type EventOf,
  type InBoth,
  type OpenProposal,
  type Recorded,
  Refusal,
  type Rules,
  spokenOf,
  unsealed,
  Versions,
} from '@lookback/kernel';
import type { Entry } from '@lookback/log/event-log';
import { quotedIn, wantedIn } from '@lookback/office/desk';
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
  readonly proposal: OpenProposal;
  readonly answer: Entry;
  readonly confirmation: EntryId | undefined;
}

const changes: ReadonlySet<string> = new Set(['EntryCorrected', 'EntryRetracted', 'ReportConfirmed']);

/** What last changed each entry or let it count, by the entry; answers that count for nothing are left out. */
export function amendmentsIn(recorded: readonly Entry[]): ReadonlyMap<EntryId, Answered> {
  const versions = new Versions();
  for (const entry of recorded) versions.take(entry);
  const proposals = new Map(versions.proposals.map(({ proposed, answer }) => [answer?.id, proposed]));
  const found = new Map<EntryId, Answered>();
  for (const answer of recorded) {
    const proposal = proposals.get(answer.id);
    if (!proposal || !changes.has(answer.type)) continue;
    const about = spokenOf(proposal) ?? proposal.id;
    const confirmation = answer.type === 'ReportConfirmed' ? answer.id : found.get(about)?.confirmation;
    found.set(about, { proposal, answer, confirmation });
  }
  return found;
}

/** What a proposal wants to count, and from which day; null where it wants an entry struck out, and of all that proposes nothing. */
export function wantedBy(entry: Recorded): { readonly event: EventOf; readonly effectiveOn: CalendarDate } | null {
  if (entry.type === 'ReportProposed') return { event: quotedIn(entry), effectiveOn: entry.by.effectiveOn };
  const wanted = wantedIn(entry);
  return wanted && { event: wanted.event.event, effectiveOn: wanted.effectiveOn };
}

/** Both sides by name. */
export const amendmentNamed = (
  { proposal, answer }: Answered,
  names: Names,
  members: ReadonlyMap<string, string | null>,
): AmendmentNamed => ({
  proposed: handNamed(proposal, names, members),
  answered: handNamed(answer, names, members),
  reason: proposal.type === 'CorrectionProposed' ? unsealed(proposal.data.reason) : null,
});

const handNamed = (entry: Recorded, names: Names, members: ReadonlyMap<string, string | null>): HandNamed => ({
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
