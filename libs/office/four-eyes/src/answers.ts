import {
  type EntryId,
  fourEyesEvents as did,
  type FourEyesEvent,
  type Owner,
  type OpenProposal,
  Refusal,
  sealedTo,
} from '@lookback/kernel';
import { type Amending, type Decided, newlyInapplicable } from '@lookback/office/desk';
import { mustBeSecond } from './answering.js';
import type * as ask from './four-eyes.commands.js';
import { answerRules, refuseIf } from './four-eyes.rules.js';
import { approved } from './proposing.js';

/** From here on the entry says what was wanted, or counts for nothing. */
export const approveCorrection = ({ proposal, leaveUnfitting }: ask.ApproveCorrection, amending: Amending): Promise<Decided> => {
  const isRetraction = proposalOf(proposal, amending)?.type === 'CorrectionProposed' && wantsNothing(proposal, amending);
  const event = isRetraction ? did.entryRetracted({ proposal }) : did.entryCorrected({ proposal });
  return answered(event, amending, leaveUnfitting);
};

export const declineCorrection = ({ proposal, reason }: ask.DeclineCorrection, amending: Amending): Promise<Decided> =>
  answered(did.correctionDeclined({ proposal, reason: sealed(reason, amending) }), amending);

/** From here on the report counts, under its own type and from its own day. */
export const confirmReport = ({ proposal, leaveUnfitting }: ask.ConfirmReport, amending: Amending): Promise<Decided> =>
  answered(did.reportConfirmed({ proposal }), amending, leaveUnfitting);

export const declineReport = ({ proposal, reason }: ask.DeclineReport, amending: Amending): Promise<Decided> =>
  answered(did.reportDeclined({ proposal, reason: sealed(reason, amending) }), amending);

type Answer = Extract<FourEyesEvent, { data: { proposal: EntryId } }>;

/** The one answer to a proposal. What it would leave unfitting is refused, unless the answerer says that it is to be left so. */
function answered(answer: Answer, amending: Amending, leaveUnfitting = false): Promise<Decided> {
  const { history, subject, context } = amending;
  const after = approved(history, answer, amending);
  const proposal = proposalOf(answer.data.proposal, amending);
  if (proposal) mustBeSecond(proposal.by, proposal.data.answer, context);
  const count = newlyInapplicable(subject, history, after).length;
  refuseIf(count > 0 && !leaveUnfitting, 'four-eyes.would-unfit', { count });
  const broken =
    count > 0 ? [new Refusal('four-eyes.would-unfit', { count }, answerRules['four-eyes.would-unfit'] as Refusal['wording'])] : [];
  return Promise.resolve({ events: [answer], broken, after: () => after });
}

/** An open proposal; what is none is refused by the resolver's own rules. */
const proposalOf = (id: EntryId, { history }: Amending): OpenProposal | undefined =>
  history.versions().openProposals.find((open) => open.id === id);

const wantsNothing = (id: EntryId, amending: Amending): boolean => {
  const proposal = proposalOf(id, amending);
  return proposal?.type === 'CorrectionProposed' && proposal.data.wanted === null;
};

const sealed = (reason: string, { context }: Amending) => sealedTo(context.subject as string as Owner)(reason);
