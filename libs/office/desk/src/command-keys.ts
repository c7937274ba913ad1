import type { CommandKey } from '@lookback/log/event-log';
import type { InternalAsker } from './principal.js';
import { stable } from './stable.js';
import type { CommandRequest } from './submission.js';
import { routeOf, streamOf } from './subject.js';

/** What the command said. The key of what a list brings is a digest of that already. */
export const bodyOf = ({ subject, command, envelope, key }: CommandRequest): string =>
  routeOf(subject, command).fromList ? key : stable({ asks: command.constructor.name, command, envelope });

/** Scoped to the asker. What a list brings is the same for every importer: its key is the row's own, by each of the keys that digested it. */
export function keysOf({ who, key, formerKeys = [], subject, id, command }: CommandRequest): readonly [CommandKey, ...CommandKey[]] {
  if (routeOf(subject, command).fromList) return [ofList(key), ...formerKeys.map(ofList)];
  if ('channel' in who) return [`channel/${who.channel}/${who.token}/${streamOf(subject, id)}` as CommandKey];
  return [askedUnder(who, key)];
}

const ofList = (digest: string) => `list/${digest}` as CommandKey;

/** The key under which the log has a command of an account or a process: scoped to the asker. */
export const askedUnder = (who: InternalAsker, key: string): CommandKey =>
  `${'process' in who ? who.process : who.account}/${key}` as CommandKey;
