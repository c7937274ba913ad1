import type { Sentences, Titles } from '@lookback/kernel';
import type { LogEvent } from './log.events.js';

/** What happened to the log itself, as it is told. */
export const logSentences: Sentences<LogEvent> = {
  LogOpened: ({ origin }) => ({ en: `The log ${origin} was opened.`, zh: `日志 ${origin} 启用。` }),
  ClockConfirmed: () => ({ en: 'The server’s clock was confirmed to be right.', zh: '确认服务器时钟正确。' }),
  AdministratorReset: ({ login }) => ({
    en: `On the server’s own machine the administrator ${login} was given a new password, as none was left who could sign in.`,
    zh: `因无可用的系统管理员，已在服务器本机重设管理员 ${login} 的密码。`,
  }),
};

/** What each of its events is called. */
export const logTitles: Titles<LogEvent> = {
  LogOpened: { en: 'log opened', zh: '日志启用' },
  ClockConfirmed: { en: 'clock confirmed', zh: '时钟确认' },
  AdministratorReset: { en: 'administrator reset', zh: '管理员重设' },
};
