import type { InBoth, StreamName } from '@lookback/kernel';
import type { CommandKey } from './command-key.js';

/** Somebody else was first: the stream has moved on. */
export class WrongExpectedRevision extends Error {
  override readonly name = 'WrongExpectedRevision';
  constructor(
    readonly stream: StreamName,
    readonly expected: number,
    readonly actual: number,
  ) {
    super(`${stream} stands at ${actual}, not at ${expected}`);
  }
}

/** The command's key already stands in its stream for a command that said something else: it cannot be answered as the one asked now. */
export class IdempotencyKeyReused extends Error {
  override readonly name = 'IdempotencyKeyReused';
  constructor(
    readonly stream: StreamName,
    readonly key: CommandKey,
  ) {
    super(`the key ${key} already stands in ${stream} for a command that said something else`);
  }
}

/** The log's store is out of reach; nothing was recorded, or the same key will find what was. */
export class LogUnavailable extends Error {
  override readonly name: string = 'LogUnavailable';
}

/** More commits wait than the log takes: nothing was recorded; a little later there is room. */
export class LogBusy extends LogUnavailable {
  override readonly name: string = 'LogBusy';
}

/** How a log can be broken; each with the words for it, which go after the entry's name. */
export const breakages = {
  changed: {
    en: 'does not carry the server’s MAC: it was changed, or added past the server',
    zh: '缺少服务器的认证码：已被改动，或绕过服务器添加',
  },
  missing: { en: 'is missing', zh: '缺失' },
  misplaced: { en: 'its place, or the time at which it was recorded, contradicts its neighbours', zh: '所在位置或录入时间与前后记录矛盾' },
  unreadable: { en: 'cannot be read by this release', zh: '本版本无法读取' },
} as const satisfies Record<string, InBoth>;

export type Breakage = keyof typeof breakages;

/** Where a log is broken, as far as the reader that met it can tell. */
export interface BrokenPlace {
  readonly stream?: StreamName | undefined;
  readonly revision?: number | undefined;
  readonly position?: number | undefined;
}

/** An entry is not as the log wrote it: somebody, or a disk, reached the store past the log. Asking again will not help. */
export class LogCorrupted extends Error implements BrokenPlace {
  override readonly name: string = 'LogCorrupted';
  readonly stream: StreamName | undefined;
  readonly revision: number | undefined;
  readonly position: number | undefined;

  constructor(
    readonly kind: Breakage,
    { stream, revision, position }: BrokenPlace,
    options?: ErrorOptions,
  ) {
    super(undefined, options);
    [this.stream, this.revision, this.position] = [stream, revision, position];
    this.message = this.in('en');
  }

  /** Which entry, and what is wrong with it: for readers who may know of the stream. */
  in(language: keyof InBoth): string {
    return `${entryAt(this)[language]}${language === 'en' ? ' ' : ''}${breakages[this.kind][language]}`;
  }
}

/** An entry, called by as much as is known of it. */
function entryAt({ stream, revision, position }: BrokenPlace): InBoth {
  const at = String(position);
  if (stream === undefined)
    return position === undefined
      ? { en: 'an entry of the log', zh: '日志中有条目' }
      : { en: `the entry at position ${at}`, zh: `位置 ${at} 的条目` };
  const [en, zh] =
    revision === undefined
      ? [`an entry of ${stream}`, `${stream} 中有条目`]
      : [`entry ${String(revision)} of ${stream}`, `${stream} 第 ${String(revision)} 条`];
  return position === undefined ? { en, zh } : { en: `${en}, at position ${at},`, zh: `${zh}（位置 ${at}）` };
}

/** An entry that no server of ours wrote as it stands. */
export class EntryForged extends LogCorrupted {
  override readonly name = 'EntryForged';
  constructor(stream: StreamName, revision: number, position: number) {
    super('changed', { stream, revision, position });
  }
}

/** Told of each place where the log is broken; what is there is then left out, and the rest is given. */
export type OnBroken = (broken: LogCorrupted) => void;

/** For readers that cannot go on without what is broken. */
export const loudly: OnBroken = (broken) => {
  throw broken;
};

/** A copy that is not finished, or not equal to what it was made of: it is not in use. */
export class InvalidCopy extends Error {
  override readonly name = 'InvalidCopy';
}

/** The store does not answer. What it was asked to record it may have recorded: the same key then finds it. */
export class LogUnresponsive extends LogUnavailable {
  override readonly name = 'LogUnresponsive';
  constructor() {
    super('the log does not answer');
  }
}

/** A commit that the log cannot take as it is; asking again will not help. */
export class InvalidCommit extends Error {
  override readonly name = 'InvalidCommit';
}

/** The time of day cannot be believed: nothing is recorded until an administrator confirms it. */
export class ClockSkewed extends LogUnavailable {
  override readonly name = 'ClockSkewed';
  constructor(
    /** By how much the wall clock went on, beyond the time that passed; near 0 where it stands before the last entry. */
    readonly apartMs: number,
  ) {
    super(`the clock cannot be believed: it parted by ${String(apartMs)} ms, or stands before the last entry`);
  }
}

/** A log of another form than this release reads, or none of ours: nothing in it is read, and nothing added. */
export class UnsupportedLog extends Error implements InBoth {
  override readonly name = 'UnsupportedLog';
  readonly en: string;
  readonly zh: string;

  /** @param field of the log's first entry, what it says there, and what this release takes. */
  constructor(field: 'LogOpened' | 'format' | 'suite' | 'origin', found: string, needed: string) {
    const en = `The log's first entry says ${found} where this release needs ${field} ${needed}: it cannot read this log.`;
    super(en);
    this.en = en;
    this.zh = `日志的第一条记录中“${field}”为 ${found}，本版本需要 ${needed}，无法读取该日志。`;
  }
}
