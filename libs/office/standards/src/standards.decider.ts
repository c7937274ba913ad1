import {
  type Attribution,
  type CalendarDate,
  type Chapter,
  type DataOf,
  type Decision,
  handsIn,
  type RegionCode,
  streamName,
} from '@lookback/kernel';
import type { StandardName } from './catalogue.js';
import type * as ask from './standards.commands.js';
import * as did from './standards.events.js';
import type { ProposalId, StandardsEvent } from './standards.events.js';
import { refuse, refuseIf, inapplicable } from './standards.rules.js';

type Proposed = DataOf<StandardsEvent, 'StandardProposed'>;
type Adopted = DataOf<StandardsEvent, 'StandardAdopted'>;

/** What was proposed, by whom and from which day. */
export type Proposal = Proposed & { readonly by: Attribution };

/** What a region has set, and what waits for a second person. */
export interface Standards {
  readonly region: RegionCode | null;
  readonly proposals: ReadonlyMap<ProposalId, Proposal>;
  readonly inForce: ReadonlyMap<StandardName, Adopted & { readonly since: CalendarDate }>;
}

type Decide<Command> = Decision<Command, Standards, StandardsEvent>;

export const openStandards: Decide<ask.OpenStandards> = (standards, { region, adopts }, { subject }) => {
  refuseIf(standards.region !== null, 'standards.opened-already', { region });
  refuseIf(subject !== streamName('standards', region), 'standards.other-region', { region });
  const shipped = adopts.map((valued) => did.standardAdopted({ ...valued, proposal: null, document: null }));
  return [did.standardsOpened({ region }), ...shipped];
};

export const proposeStandard: Decide<ask.ProposeStandard> = (_, { standard, value, document }, { newId }) => {
  // The command's own check holds that the value has the standard's shape; the compiler cannot follow it.
  const proposed = { standard, value, document, proposal: newId('proposal') as ProposalId } as Proposed;
  return [did.standardProposed(proposed)];
};

export const adoptStandard: Decide<ask.AdoptStandard> = (standards, { proposal }, asker) => {
  const { by, ...proposed } = answered(standards, proposal, asker);
  const { effectiveOn } = asker;
  refuseIf(by.effectiveOn !== effectiveOn, 'standards.other-day', { proposed: by.effectiveOn, effectiveOn });
  return [did.standardAdopted(proposed)];
};

export const declineStandard: Decide<ask.DeclineStandard> = (standards, { proposal }, asker) => {
  answered(standards, proposal, asker);
  return [did.standardDeclined({ proposal })];
};

export const standardsChapter: Chapter<Standards, StandardsEvent> = {
  initial: { region: null, proposals: new Map(), inForce: new Map() },
  evolve: {
    StandardsOpened: (standards, { region }) => ({ ...standards, region }),
    StandardProposed: (standards, proposed, by) => ({
      ...standards,
      proposals: new Map(standards.proposals).set(proposed.proposal, { ...proposed, by }),
    }),
    /** It holds the value itself, so it is in force whatever became of its proposal. */
    StandardAdopted: (standards, adopted, { effectiveOn }) => ({
      ...standards,
      proposals: without(standards.proposals, adopted.proposal),
      inForce: new Map(standards.inForce).set(adopted.standard, { ...adopted, since: effectiveOn }),
    }),
    StandardDeclined: (standards, { proposal }) =>
      standards.proposals.has(proposal)
        ? { ...standards, proposals: without(standards.proposals, proposal) }
        : inapplicable('standards.proposal-absent', { proposal }),
  },
};

/** The open proposal that a second person answers. */
function answered({ proposals }: Standards, proposal: ProposalId, asker: Attribution) {
  const open = proposals.get(proposal) ?? refuse('standards.proposal-absent', { proposal });
  refuseIf(
    doersOf(asker).some((hand) => doersOf(open.by).includes(hand)),
    'standards.same-hand',
  );
  return open;
}

/** The accounts and people who had a hand in it. */
const doersOf = (by: Attribution): readonly string[] => [...handsIn(by).people, ...handsIn(by).accounts];

function without<Value>(map: ReadonlyMap<ProposalId, Value>, proposal: ProposalId | null): ReadonlyMap<ProposalId, Value> {
  return new Map([...map].filter(([id]) => id !== proposal));
}
