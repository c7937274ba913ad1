import { command } from './description.js';

/** What a member of the household wants put right; an official types it in. */
export const requestCorrection = command('RequestCorrection', {
  path: 'request-correction',
  title: 'command.requestCorrection',
  may: ['record'],
  acts: 'householder',
  fields: {
    entry: { kind: 'filled', label: 'field.entry', optional: true },
    words: { kind: 'words', label: 'field.requestWords' },
  },
});

export const answerCorrectionRequest = command('AnswerCorrectionRequest', {
  path: 'answer-correction-request',
  title: 'command.answerCorrectionRequest',
  may: ['review'],
  day: 'today',
  fields: {
    request: { kind: 'line', label: 'field.request' },
    outcome: { kind: 'code', list: 'requestOutcome', label: 'field.requestOutcome' },
    words: { kind: 'words', label: 'field.answerWords' },
  },
});
