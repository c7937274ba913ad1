import type { EntryId, StreamName } from '@lookback/kernel';
import { uuidsIn } from '@lookback/log/runtime';
import type { CommandKey } from '../port/command-key.js';

const uuidOf = uuidsIn('3c1d0a52-6f0e-5b7a-9a3d-8d2b7c4e6f10');

/** The id of the n-th event (from 1) of a command: UUIDv5, so the same command always says the same entries. Final. */
export const entryId = (stream: StreamName, key: CommandKey, n: number): EntryId => uuidOf(`${stream}/${key}/${String(n)}`) as EntryId;
