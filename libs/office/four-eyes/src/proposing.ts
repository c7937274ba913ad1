import {
  type Authority,
  calendarDateIn,
  countyZone,
  daysAfter,
  type EntryId,
  type EventOf,
  fourEyesEvents as did,
  type History,
  isAmendment,
  type Line,
  type Owner,
  Quoted,
  Refusal,
  refuseAmendment,
  sealedTo,
  type WantedEvent,
} from '@lookback/kernel';
import { type Amendable, type Amending, asIfRecorded, type Decided, newlyInapplicable, stable } from '@lookback/office/desk';
import { answerNeeded, lateDaysIn } from './answering.js';
import type * as ask from './four-eyes.commands.js';
import { refuse, refuseIf } from './four-eyes.rules.js';

const dayOf = calendarDateIn(countyZone);

/** A correction: the command of the entry's kind decided again in its place, with guards collected. */
export async function proposeCorrection(command: ask.ProposeCorrection, amending: Amending): Promise<Decided> {
  const line = standing(command.original, amending.history);
  const { wanted } = command;
  const acted = line.original.by.actedBy;
  const person = acted && 'person' in acted ? acted.person : undefined;
  refuseIf(Boolean(wanted.actedBy) && wanted.actedBy !== person, 'four-eyes.actor-may-not-change');
  const { event, broken } = await amending.again(line.original, wanted);
  const { effectiveOn, authority, evidence } = wanted;
  const instead: WantedEvent = {
    event: new Quoted(event),
    effectiveOn,
    authority: authority ? cited(authority) : null,
    evidence: evidence ?? [],
  };
  refuseIf(line.says !== null && isSame(line.says, instead), 'four-eyes.nothing-wanted');
  return { broken, ...proposed(command, instead, line, amending) };
}

/** A striking-out. */
export function proposeRetraction(command: ask.ProposeRetraction, amending: Amending): Promise<Decided> {
  const line = standing(command.original, amending.history);
  refuseIf(line.says === null, 'four-eyes.nothing-wanted');
  return Promise.resolve({ broken: [], ...proposed(command, null, line, amending) });
}

/** What is told late. Refuses what could be done as an act, and what is too old to stand without a document. */
export const report: Amendable['report'] = (event, broken, { context, isGate }) => {
  const { today, effectiveOn, authority, evidence } = context;
  const days = lateDaysIn(context);
  const isLate = effectiveOn < daysAfter(today, -days);
  refuseIf(!isLate && broken.length === 0, 'four-eyes.report-not-needed');
  refuseIf(isLate && (authority?.kind !== 'document' || evidence.length === 0), 'four-eyes.document-needed', { days });
  const answer = answerNeeded({ since: effectiveOn, isGate: isGate(event), by: context }, context);
  return did.reportProposed({ event: new Quoted(event), answer });
};

interface About {
  readonly original: EntryId;
  readonly supersedes: EntryId;
  readonly reason: string;
  readonly request?: EntryId;
}

function proposed({ original, supersedes, reason, request }: About, wanted: WantedEvent | null, line: Line, amending: Amending) {
  const { context, isGate, subject, history } = amending;
  const answer = answerNeeded({ since: dayOf(line.original.recordedAt), isGate: isGate(line.original), by: line.original.by }, context);
  const why = request && history.versions().requests.whyNot(request);
  if (why) throw new Refusal(why.rule, why.facts, why.wording);
  const sealed = sealedTo(context.subject as string as Owner)(reason);
  const proposal = did.correctionProposed({ original, supersedes, wanted, reason: sealed, answer, ...(request && { request }) });
  const recorded = asIfRecorded([proposal], history, context);
  const id = recorded[0]?.id as EntryId;
  const after = approved(
    history.with(recorded),
    wanted ? did.entryCorrected({ proposal: id }) : did.entryRetracted({ proposal: id }),
    amending,
  );
  const unfit = newlyInapplicable(subject, history, after).find(({ entry }) => entry === original);
  if (unfit) throw new Refusal(unfit.why.rule, unfit.why.facts, unfit.why.wording);
  return { events: [proposal], after: () => after };
}

/** The history with an approval at its end. Refuses by the rule by which the approval would count for nothing. */
export function approved(history: History, approval: EventOf, { subject, context }: Pick<Amending, 'subject' | 'context'>): History {
  const recorded = asIfRecorded([approval], history, context);
  const after = history.with(recorded);
  const unfit = newlyInapplicable(subject, history, after).find(({ entry }) => entry === recorded[0]?.id);
  if (unfit) throw new Refusal(unfit.why.rule, unfit.why.facts, unfit.why.wording);
  return after;
}

/** An entry that says something of the subject, and what became of it so far. */
export function lineOf(original: EntryId, history: History): Line {
  const line = history.versions().line(original);
  const entry = history.entry(original);
  if (!line && entry && isAmendment(entry)) return refuse('four-eyes.of-four-eyes', { type: entry.type });
  return line ?? refuseAmendment('four-eyes.original-absent', { original });
}

/** The entry that a correction names; none waits for an answer already. */
function standing(original: EntryId, history: History): Line {
  const line = lineOf(original, history);
  for (const open of history.versions().openProposals)
    refuseIf(open.type === 'CorrectionProposed' && open.data.original === original, 'four-eyes.proposal-open', { proposal: open.id });
  return line;
}

function isSame({ data, by }: NonNullable<Line['says']>, { event, effectiveOn, authority, evidence }: WantedEvent): boolean {
  const before = { data, effectiveOn: by.effectiveOn, authority: by.authority ? cited(by.authority) : null, evidence: by.evidence };
  return stable(before) === stable({ data: event.event.data, effectiveOn, authority, evidence });
}

/** What a client left empty on purpose is left out. */
const cited = ({ kind, number, date, onBehalfOf }: Authority): Authority => ({
  kind,
  number,
  ...(date && { date }),
  ...(onBehalfOf && { onBehalfOf }),
});
