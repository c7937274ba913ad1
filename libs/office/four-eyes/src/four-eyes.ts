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
const answers = { may: answererRights, ownName: true, day: 'today', about: 'proposal' } as const;
/** Nothing follows from the reason. */
const asking = { about: 'original', day: 'today', tellsWhatFollows: { reason: '……' } } as const;

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
      ...asking,
      called: { en: 'Ask for a correction', zh: '申请更正' },
    }),
    amendment('propose-retraction', ask.ProposeRetraction, proposeRetraction, {
      ...proposals,
      may: every,
      needs,
      ...asking,
      called: { en: 'Ask to strike out', zh: '申请撤销' },
    }),
    amendment('approve-correction', ask.ApproveCorrection, answer.approveCorrection, {
      ...answers,
      tellsWhatFollows: {},
      called: { en: 'Approve the correction', zh: '批准更正' },
    }),
    amendment('decline-correction', ask.DeclineCorrection, answer.declineCorrection, {
      ...answers,
      called: { en: 'Decline the correction', zh: '不同意更正' },
    }),
    amendment('confirm-report', ask.ConfirmReport, answer.confirmReport, {
      ...answers,
      tellsWhatFollows: {},
      called: { en: 'Confirm the late report', zh: '确认补录' },
    }),
    amendment('decline-report', ask.DeclineReport, answer.declineReport, {
      ...answers,
      called: { en: 'Decline the late report', zh: '不同意补录' },
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
    called: { en: 'Record a request for correction', zh: '登记更正要求' },
  }),
  amendment('answer-correction-request', ask.AnswerCorrectionRequest, answerCorrectionRequest, {
    may: requestRights.answer,
    ownName: true,
    about: 'request',
    day: 'today',
    called: { en: 'Answer the request', zh: '答复更正要求' },
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
