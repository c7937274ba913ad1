import { fourEyesEvents as did, householderIn, type Owner, sealedTo, streamName } from '@lookback/kernel';
import { type Amending, asIfRecorded, type Decided } from '@lookback/office/desk';
import { answerDueOn, mustBeAnother } from './answering.js';
import type * as ask from './four-eyes.commands.js';
import { refuseIf } from './four-eyes.rules.js';
import { approved, lineOf } from './proposing.js';

/** A member of the household whose file it is wants it put right: nothing changes, and the office has to answer. */
export function requestCorrection({ entry, words }: ask.RequestCorrection, { history, context }: Amending): Promise<Decided> {
  const { subject, actedBy } = context;
  const household = householderIn(actedBy)?.household;
  refuseIf(!household || streamName('household', household) !== subject, 'four-eyes.not-own-file');
  if (entry) lineOf(entry, history);
  const event = did.correctionRequested({ entry: entry ?? null, words: sealed(words, context), dueOn: answerDueOn(context) });
  return Promise.resolve({ events: [event], broken: [], after: () => history.with(asIfRecorded([event], history, context)) });
}

/** The one answer to a request on which nothing is proposed, by somebody else than who typed the request in. */
export function answerCorrectionRequest(
  { request, outcome, words }: ask.AnswerCorrectionRequest,
  amending: Pick<Amending, 'subject' | 'history' | 'context'>,
): Promise<Decided> {
  const { history, context } = amending;
  const event = did.correctionRequestAnswered({ request, outcome, words: sealed(words, context) });
  const after = approved(history, event, amending);
  const asked = history.entry(request);
  if (asked) mustBeAnother(asked.by, context);
  return Promise.resolve({ events: [event], broken: [], after: () => after });
}

const sealed = (words: string, { subject }: Amending['context']) => sealedTo(subject as string as Owner)(words);
