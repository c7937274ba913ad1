import { calendarDateIn, countyZone, handsIn, holderIn, type AmendmentProposal, type Recorded } from '@lookback/kernel';
import { type KindReader, kindsProjection, type Projection } from '@lookback/log/read-model';
import type { AnySubject } from '@lookback/office/desk';
import { type ProposalKind, type ProposalOutcome, ProposalRow } from './proposal.entity.js';

/** One row for every correction and every late report of every subject that takes them, answered or not. */
export const proposalsModel = (subjects: readonly AnySubject[]): Projection =>
  kindsProjection({
    name: 'proposals',
    tables: { proposal: ProposalRow },
    kinds: new Map(subjects.filter(({ amendable }) => amendable).map((subject) => [subject.name, readerOf(subject)])),
  });

/** No state is asked; the subject's is folded for other models anyway. */
const readerOf = (subject: AnySubject): KindReader => ({
  chapter: subject,
  rows: ({ proposals }) => ({ proposal: proposals().map(rowOf) }),
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
