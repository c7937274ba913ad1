import type { LogIdentity } from '@lookback/log/vault';
import { format, suite } from '../port/format.js';
import { UnsupportedLog } from '../port/errors.js';
import { logStream } from '../port/log-stream.js';
import type { StoredEntry } from '../port/stored-entry.js';

/**
 * Which log it is, by its first entry; nobody has checked that yet: the MACs of all entries, this one included, then say whether it is so.
 * @throws UnsupportedLog where that opens no log, or one of a form that this release does not read.
 */
export function identityIn(first: Pick<StoredEntry, 'stream' | 'type' | 'data'>): LogIdentity {
  const { format: itsFormat, suite: itsSuite, origin, epoch } = saidIn(first);
  if (itsFormat !== format) throw new UnsupportedLog('format', told(itsFormat), String(format));
  if (itsSuite !== suite) throw new UnsupportedLog('suite', told(itsSuite), suite);
  if (typeof origin !== 'string' || !Number.isSafeInteger(epoch)) throw new UnsupportedLog('origin', told(origin), 'lookback-…');
  return { origin, epoch: epoch as number };
}

type Said = Readonly<Record<'format' | 'suite' | 'origin' | 'epoch', unknown>>;

function saidIn({ stream, type, data }: Pick<StoredEntry, 'stream' | 'type' | 'data'>): Said {
  if (stream !== logStream || type !== 'LogOpened') throw new UnsupportedLog('LogOpened', type, 'LogOpened');
  try {
    return Object((JSON.parse(data) as { says?: unknown }).says) as Said;
  } catch {
    throw new UnsupportedLog('LogOpened', 'what is no JSON', 'LogOpened');
  }
}

const told = (value: unknown): string => (value === undefined ? 'nothing' : JSON.stringify(value).slice(0, 40));
