import { householdWords } from '@lookback/case/household';
import type { EventIn, EventOf, InBoth, Naming, FourEyesEvent, Sentences } from '@lookback/kernel';
import type { logEvents } from '@lookback/log/event-log';
import { accountSentences } from '@lookback/office/access';
import { personSentences, regionsSentences, unitSentences } from '@lookback/office/registry';
import { seriesSentences } from '@lookback/office/series';
import { standardsSentences } from '@lookback/office/standards';
import type { AnyEvent } from './titles.js';

/** How the entries of second persons are told. */
const secondPersonWords: Sentences<FourEyesEvent> = {
  CorrectionProposed: ({ wanted }) =>
    wanted === null
      ? { en: 'Proposed that an entry be struck out.', zh: '申请撤销一条记录。' }
      : { en: 'Proposed a correction.', zh: '申请更正一条记录。' },
  EntryCorrected: () => ({ en: 'Approved a correction.', zh: '批准更正。' }),
  EntryRetracted: () => ({ en: 'Approved that an entry be struck out.', zh: '批准撤销记录。' }),
  CorrectionDeclined: () => ({ en: 'Declined a correction.', zh: '不同意更正。' }),
  ReportProposed: () => ({ en: 'Reported late what had happened.', zh: '补录已发生的事项。' }),
  ReportConfirmed: () => ({ en: 'Confirmed a late report.', zh: '确认补录。' }),
  ReportDeclined: () => ({ en: 'Declined a late report.', zh: '不同意补录。' }),
};

const logWords: Sentences<EventIn<typeof logEvents>> = {
  LogOpened: ({ origin }) => ({ en: `The log ${origin} was opened.`, zh: `日志 ${origin} 启用。` }),
  ClockConfirmed: () => ({ en: 'The server’s clock was confirmed to be right.', zh: '确认服务器时钟正确。' }),
  AdministratorReset: ({ login }) => ({
    en: `On the server’s own machine the administrator ${login} was given a new password, as none was left who could sign in.`,
    zh: `因无可用的系统管理员，已在服务器本机重设管理员 ${login} 的密码。`,
  }),
};

/** Every entry that a log may hold. */
const words: Readonly<Record<AnyEvent['type'], (data: never, naming: Naming) => InBoth>> = {
  ...secondPersonWords,
  ...logWords,
  ...accountSentences,
  ...personSentences,
  ...unitSentences,
  ...regionsSentences,
  ...standardsSentences,
  ...seriesSentences,
  ...householdWords,
};

/** What an entry says, in both languages; its type where this release does not know it. */
export function sentence({ type, data }: EventOf, naming: Naming): InBoth {
  const say = words[type as AnyEvent['type']] as ((data: never, naming: Naming) => InBoth) | undefined;
  return say ? say(data as never, naming) : { en: type, zh: type };
}
