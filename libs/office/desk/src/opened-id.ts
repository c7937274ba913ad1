import { uuidsIn } from '@lookback/log/runtime';
import type { Principal } from './principal.js';
import type { AnySubject } from './subject.js';

const uuidOf = uuidsIn('a6f3c0de-2f0b-4b5a-8a51-0c1f7d1b2c77');

/** The id of what a command opens: the same for the same account, kind and key. Source: event-log.md, Idempotency. */
export const idOpenedBy = (who: Principal, subject: Pick<AnySubject, 'name'>, key: string): string =>
  uuidOf(`${who.account}/${subject.name}/${key}`);
