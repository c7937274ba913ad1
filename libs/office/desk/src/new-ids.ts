import type { CommandContext, StreamName } from '@lookback/kernel';
import { uuidsIn } from '@lookback/log/runtime';

const newId = uuidsIn('2f0c7f6e-54a9-4d0e-9a53-0d9c1d0a6f11');

/** The ids of what a command of this key brings into being in a stream: the same whenever it is decided again. Source: event-log.md, Idempotency. */
export const newIdsOf =
  (stream: StreamName, key: string): CommandContext['newId'] =>
  (name) =>
    newId(`${stream}/${key}/${name}`);
