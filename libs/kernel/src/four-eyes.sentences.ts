import type { FourEyesEvent } from './four-eyes.events.js';
import { requestOutcomes } from './request-outcomes.js';
import { type Sealed, unsealed } from './sealed.js';
import type { InBoth, Sentences } from './sentences.js';
import type { Titles } from './slice.js';

/** How the entries of second persons are told. */
export const fourEyesSentences: Sentences<FourEyesEvent> = {
  CorrectionProposed: ({ wanted, reason }) =>
    wanted === null
      ? withReason({ en: 'Proposed that an entry be struck out', zh: '申请撤销一条记录' }, reason)
      : withReason({ en: 'Proposed a correction', zh: '申请更正一条记录' }, reason),
  EntryCorrected: () => ({ en: 'Approved a correction.', zh: '批准更正。' }),
  EntryRetracted: () => ({ en: 'Approved that an entry be struck out.', zh: '批准撤销记录。' }),
  CorrectionDeclined: ({ reason }) => withReason({ en: 'Declined a correction', zh: '不同意更正' }, reason),
  ReportProposed: () => ({ en: 'Reported late what had happened.', zh: '补录已发生的事项。' }),
  ReportConfirmed: () => ({ en: 'Confirmed a late report.', zh: '确认补录。' }),
  ReportDeclined: ({ reason }) => withReason({ en: 'Declined a late report', zh: '不同意补录' }, reason),
  CorrectionRequested: ({ entry, words }) =>
    entry === null
      ? withReason({ en: 'Asked that the file be put right', zh: '要求更正档案' }, words)
      : withReason({ en: 'Asked that an entry be put right', zh: '要求更正一条记录' }, words),
  CorrectionRequestAnswered: ({ outcome, words }) => {
    const { en, zh } = requestOutcomes[outcome];
    return withReason({ en: `Answered a request for correction (${en})`, zh: `答复更正要求（${zh}）` }, words);
  },
};

/** Why stands behind it, as long as it is not erased. */
function withReason({ en, zh }: InBoth, reason: Sealed<string>): InBoth {
  const why = unsealed(reason);
  return why === null ? { en: `${en}.`, zh: `${zh}。` } : { en: `${en}: ${why}`, zh: `${zh}：${why}` };
}

/** What each of its events is called. */
export const fourEyesTitles: Titles<FourEyesEvent> = {
  CorrectionProposed: { en: 'correction proposed', zh: '申请更正' },
  EntryCorrected: { en: 'entry corrected', zh: '批准更正' },
  EntryRetracted: { en: 'entry struck out', zh: '批准撤销' },
  CorrectionDeclined: { en: 'correction declined', zh: '不同意更正' },
  ReportProposed: { en: 'late report', zh: '补录' },
  ReportConfirmed: { en: 'late report confirmed', zh: '确认补录' },
  ReportDeclined: { en: 'late report declined', zh: '不同意补录' },
  CorrectionRequested: { en: 'correction requested', zh: '要求更正' },
  CorrectionRequestAnswered: { en: 'request answered', zh: '答复更正要求' },
};
