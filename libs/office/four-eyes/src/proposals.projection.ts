import {
  calendarDateIn,
  countyZone,
  handsIn,
  holderIn,
  type AmendmentProposal,
  type CorrectionRequest,
  type Recorded,
} from '@lookback/kernel';
import { type KindReader, kindsProjection, type Projection } from '@lookback/log/read-model';
import type { AnySubject } from '@lookback/office/desk';
import { CorrectionRequestRow } from './correction-request.entity.js';
import { type ProposalKind, type ProposalOutcome, ProposalRow } from './proposal.entity.js';

/** One row for every correction, every late report and every householder's request of every subject that takes them, answered or not. */
export const proposalsModel = (subjects: readonly AnySubject[]): Projection =>
  kindsProjection({
    name: 'proposals',
    tables: { proposal: ProposalRow, request: CorrectionRequestRow },
    kinds: new Map(subjects.filter(({ amendable }) => amendable).map((subject) => [subject.name, readerOf(subject)])),
  });

/** No state is asked; the subject's is folded for other models anyway. */
const readerOf = (subject: AnySubject): KindReader => ({
  chapter: subject,
  rows: ({ proposals, requests }) => ({ proposal: proposals().map(rowOf), request: requests().map(requestRowOf) }),
});

function rowOf({ proposed, about, answer }: AmendmentProposal): Omit<ProposalRow, 'stream'> {
  const { id, position, revision, recordedAt, by, data } = proposed;
  const { people, accounts, units } = handsIn(by);
  return {
    id,
    position,
    revision,
    kind: kindOf(proposed),
    about,
    original: proposed.type === 'CorrectionProposed' ? proposed.data.original : null,
    effectiveOn: by.effectiveOn,
    proposedOn: dayOf(recordedAt),
    people: [...new Set([...people, ...accounts])] as ProposalRow['people'],
    units: [...new Set(units)],
    ...data.answer,
    ...answeredBy(answer),
  };
}

function requestRowOf({ requested, about, answer }: CorrectionRequest): Omit<CorrectionRequestRow, 'stream'> {
  const { id, position, revision, recordedAt, by, data } = requested;
  return {
    id,
    position,
    revision,
    about,
    effectiveOn: by.effectiveOn,
    requestedOn: dayOf(recordedAt),
    dueOn: data.dueOn,
    outcome: answer && (answer.type === 'CorrectionProposed' ? 'proposed' : answer.data.outcome),
  };
}

/** What a proposal asks for. */
export const kindOf = ({ type, data }: AmendmentProposal['proposed']): ProposalKind =>
  type === 'ReportProposed' ? 'report' : data.wanted === null ? 'retraction' : 'correction';

function answeredBy(answer: AmendmentProposal['answer']): Pick<ProposalRow, 'outcome' | 'answeredOn' | 'answeredBy' | 'answeredFor'> {
  if (answer === null) return { outcome: null, answeredOn: null, answeredBy: null, answeredFor: null };
  const holder = postIn(answer);
  return {
    outcome: outcomeOf(answer),
    answeredOn: dayOf(answer.recordedAt),
    answeredBy: holder?.person ?? null,
    answeredFor: holder?.unit ?? null,
  };
}

const outcomeOf = ({ type }: NonNullable<AmendmentProposal['answer']>): ProposalOutcome =>
  type === 'CorrectionDeclined' || type === 'ReportDeclined' ? 'declined' : 'approved';

/** The post in which somebody acted; that of the recorder where nobody did: in the office's own. */
const postIn = ({ by: { actedBy, recordedBy } }: Recorded) => holderIn(actedBy) ?? ('account' in recordedBy ? recordedBy : undefined);

const dayOf = calendarDateIn(countyZone);
