import { ErrorType } from '@eventstore/db-client';
import type { Sentence } from '@lookback/log/database';
import { LogUnavailable } from '../../port/errors.js';

/** The setting to look at when EventStoreDB is not as it should be. */
export const setting = 'LOOKBACK_EVENTSTORE_URL';

/** EventStoreDB does not answer now; starting it, or waiting, may be all it needs. */
export class EventStoreUnavailable extends LogUnavailable implements Sentence {
  override readonly name: string = 'EventStoreUnavailable';
  readonly en: string;
  readonly zh: string;

  constructor(place: string, cause: unknown) {
    const said = `EventStoreDB at ${place} cannot be reached. Start it, or correct host, port and tls in ${setting}.`;
    super(said, { cause });
    this.en = said;
    this.zh = `无法连接 ${place} 的 EventStoreDB。请启动它，或更正 ${setting} 中的主机、端口和 tls。`;
  }
}

/** EventStoreDB was reached, and its certificate is not to be believed: waiting does not help. */
export class EventStoreUntrusted extends LogUnavailable implements Sentence {
  override readonly name: string = 'EventStoreUntrusted';
  readonly en: string;
  readonly zh: string;

  constructor(place: string, why: string, cause: unknown) {
    const said = `The certificate of EventStoreDB at ${place} is not trusted (${why}). Name the certificate of the authority that issued it in ${setting}, as tlsCAFile=/path/ca.crt.`;
    super(said, { cause });
    this.en = said;
    this.zh = `${place} 的 EventStoreDB 的证书不受信任（${why}）。请在 ${setting} 中以 tlsCAFile=/路径/ca.crt 指明其签发机构的证书。`;
  }
}

/** EventStoreDB, or the user's right in it, is not what is needed; somebody has to change a setting or the server. */
export class UnsupportedEventStore extends Error implements Sentence {
  override readonly name = 'UnsupportedEventStore';
  readonly en: string;
  readonly zh: string;

  constructor({ en, zh }: Sentence, cause?: unknown) {
    super(en, { cause });
    this.en = en;
    this.zh = zh;
  }
}

const refusedUser = (place: string): Sentence => ({
  en: `EventStoreDB at ${place} refused the user or the password in ${setting}, or the user may not read and write its streams. Correct them there.`,
  zh: `${place} 的 EventStoreDB 拒绝了 ${setting} 中的用户名或密码，或该用户无权读写。请更正。`,
});

const passing = new Set<unknown>([
  ErrorType.UNAVAILABLE,
  ErrorType.TIMEOUT,
  ErrorType.DEADLINE_EXCEEDED,
  ErrorType.CANCELLED,
  ErrorType.NOT_LEADER,
]);
/** gRPC's CANCELLED, DEADLINE_EXCEEDED, RESOURCE_EXHAUSTED, ABORTED, INTERNAL (a reset stream) and UNAVAILABLE: an append says no more. */
const passingCodes = new Set<unknown>([1, 4, 8, 10, 13, 14]);
const wordsOfLoss = /discover|ECONN|ETIMEDOUT|EPIPE|socket|channel|RST_STREAM|not ready|no leader/i;

/** What Node has against a certificate, as gRPC quotes it. */
const wordsOfDistrust = /Error: ([^.:]*(?:certificate|altnames)[^.]*)/;

/** The problem in the operator's words when it is one of reaching or entering the server; any other error as it came. */
export function explain(error: unknown, place: string): unknown {
  const { type, code, message } = Object(error) as { type?: unknown; code?: unknown; message?: unknown };
  if (type === ErrorType.ACCESS_DENIED || code === 7 || code === 16) return new UnsupportedEventStore(refusedUser(place), error);
  const [, untrusted] = (typeof message === 'string' && wordsOfDistrust.exec(message)) || [];
  if (untrusted !== undefined) return new EventStoreUntrusted(place, untrusted, error);
  const isAway = passing.has(type) || passingCodes.has(code) || (typeof message === 'string' && wordsOfLoss.test(message));
  return isAway && !(error instanceof EventStoreUnavailable) ? new EventStoreUnavailable(place, error) : error;
}
