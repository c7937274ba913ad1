import type { EntryId, EventOf, Versions } from '@lookback/kernel';
import { type Amendable, type Right, type Route, rightsToAsk, route } from '@lookback/office/desk';
import * as answer from './answers.js';
import { answerStandards } from './answering.js';
import * as ask from './four-eyes.commands.js';
import { proposeCorrection, proposeRetraction, report } from './proposing.js';
import { answerCorrectionRequest, requestCorrection } from './requesting.js';

/** Who looks on may propose, and never answers. */
const onlooking: readonly Right[] = ['inspect', 'audit'];
const proposals = { standards: answerStandards, consults: ['work-calendar'] };
/** By which rights proposals are answered. */
export const answererRights: readonly Right[] = ['confirm'];
const answers = { may: answererRights, ownName: true };

/** How a subject takes reports and corrections: the policy of each that takes any. */
export const fourEyes: Amendable = { ...proposals, report };

/**
 * A subject's table with the routes of second persons. An account may propose about an entry where it could record one of that kind, and
 * where it looks on.
 */
export function withFourEyes<State, Event extends EventOf>(own: readonly Route<State, Event>[]): Route<State, Event>[] {
  const every = [...new Set([...own.flatMap((line) => rightsToAsk(line)), ...onlooking])];
  const needs = ({ original }: { readonly original: EntryId }, versions: Pick<Versions, 'line'>): readonly Right[] => {
    const type = versions.line(original)?.original.type ?? '';
    const line = own.find(({ commandFrom }) => commandFrom && type in commandFrom);
    const recording = line ? rightsToAsk(line) : [];
    return recording.length > 0 ? [...new Set([...recording, ...onlooking])] : every;
  };
  return [
    ...own,
    amendment('propose-correction', ask.ProposeCorrection, proposeCorrection, {
      ...proposals,
      may: every,
      needs,
      summary: { en: 'Asks that an entry be corrected', zh: '申请更正记录' },
    }),
    amendment('propose-retraction', ask.ProposeRetraction, proposeRetraction, {
      ...proposals,
      may: every,
      needs,
      summary: { en: 'Asks that an entry be struck out', zh: '申请撤销记录' },
    }),
    amendment('approve-correction', ask.ApproveCorrection, answer.approveCorrection, {
      ...answers,
      summary: { en: 'Approves a correction or a striking-out', zh: '批准更正或撤销' },
    }),
    amendment('decline-correction', ask.DeclineCorrection, answer.declineCorrection, {
      ...answers,
      summary: { en: 'Declines a correction or a striking-out', zh: '不予更正或撤销' },
    }),
    amendment('confirm-report', ask.ConfirmReport, answer.confirmReport, {
      ...answers,
      summary: { en: 'Confirms a late report', zh: '确认补录' },
    }),
    amendment('decline-report', ask.DeclineReport, answer.declineReport, {
      ...answers,
      summary: { en: 'Declines a late report', zh: '不予补录' },
    }),
  ];
}

/** By which rights a householder's request is typed in, and by which it is answered. */
export const requestRights = { record: ['record'], answer: ['review'] } as const satisfies Readonly<Record<string, readonly Right[]>>;

/** The routes by which members of a household ask that its file be put right, and are answered where nothing is proposed. */
export const withRequests = <State, Event extends EventOf>(own: readonly Route<State, Event>[]): Route<State, Event>[] => [
  ...own,
  amendment('request-correction', ask.RequestCorrection, requestCorrection, {
    may: requestRights.record,
    acts: 'householder',
    byChannel: true,
    standards: ['correction-answer'],
    consults: ['work-calendar'],
    summary: { en: 'Records that a householder asks for the file to be put right', zh: '登记农户的更正要求' },
  }),
  amendment('answer-correction-request', ask.AnswerCorrectionRequest, answerCorrectionRequest, {
    may: requestRights.answer,
    ownName: true,
    summary: { en: 'Answers a householder’s request on which nothing is proposed', zh: '答复农户的更正要求' },
  }),
];

type Amend<State, Event extends EventOf> = NonNullable<Route<State, Event>['amendment']>;
type Line = Omit<Parameters<typeof route>[3], 'amendment'> & Pick<Amend<unknown, EventOf>, 'needs'>;

/** A route that is decided on the whole history, so that its state is not asked. */
const amendment = <State, Event extends EventOf>(
  path: string,
  command: Route<State, Event>['command'],
  decide: Amend<State, Event>['decide'],
  { needs, ...line }: Line,
): Route<State, Event> => ({
  ...route<object, State, Event>(path, command, () => [], { ...line, amendment: { decide, ...(needs && { needs }) } }),
  isMounted: true,
});
