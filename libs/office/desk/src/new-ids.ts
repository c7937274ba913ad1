import type { CommandContext, StreamName } from '@lookback/kernel';
import type { CommandKey } from '@lookback/log/event-log';
import { uuidsIn } from '@lookback/log/runtime';

const newId = uuidsIn('2f0c7f6e-54a9-4d0e-9a53-0d9c1d0a6f11');

/**
 * The ids of what a command brings into being in a stream, by the key under which the log has it, whoever asked: the same whenever it is
 * decided again. Source: event-log.md, Idempotency.
 */
export const newIdsOf =
  (stream: StreamName, key: CommandKey): CommandContext['newId'] =>
  (name) =>
    newId(`${stream}/${key.slice(key.indexOf('/') + 1)}/${name}`);
