import {
  type Attribution,
  type CalendarDate,
  type EntryId,
  type EventOf,
  Quoted,
  Sealed,
  type StreamName,
  streamName,
} from '@lookback/kernel';
import type { ByStreamRange, Entry } from '@lookback/log/event-log';
import { yieldToEventLoop } from '@lookback/log/runtime';
import type { ReadableLog } from '../projecting/reading.js';

const by: Attribution = { effectiveOn: '2020-01-01', mode: 'act', recordedBy: { process: 'setup' }, reads: [], evidence: [], breaches: [] };

/** A log that grows under the specs' eyes. */
export class ToyLog implements ReadableLog {
  readonly entries: Entry[] = [];
  private readonly streams = new Map<StreamName, Entry[]>();
  private grown: (() => void)[] = [];

  say(family: number, event: EventOf, effectiveOn: CalendarDate = '2020-01-01'): Entry {
    const stream = streamName('family', String(family));
    const own = this.streams.get(stream) ?? [];
    const position = this.entries.length + 1;
    const entry = {
      ...event,
      stream,
      id: `e${String(position)}` as EntryId,
      revision: own.length + 1,
      position,
      by: { ...by, effectiveOn },
    };
    const whole = { ...entry, recordedAt: new Date(Date.UTC(2020, 0, 1) + position), key: entry.id, body: entry.id } as unknown as Entry;
    this.streams.set(stream, [...own, whole]);
    this.entries.push(whole);
    for (const wake of this.grown.splice(0)) wake();
    return whole;
  }

  /** Proposes and approves that an entry should have said something else. */
  correct(family: number, original: Entry, wanted: EventOf): Entry {
    const reason = new Sealed('family' as never, 'wrong');
    const said = { event: new Quoted(wanted), effectiveOn: original.by.effectiveOn, authority: null, evidence: [] };
    const { id } = this.say(family, {
      type: 'CorrectionProposed',
      data: { original: original.id, supersedes: original.id, wanted: said, reason },
    });
    return this.say(family, { type: 'EntryCorrected', data: { proposal: id } });
  }

  head = () => Promise.resolve(this.entries.length);
  readStreams = (streams: readonly StreamName[]) => Promise.resolve(streams.map((stream) => this.streams.get(stream) ?? []));

  async *readByStream({ upTo, kinds }: ByStreamRange): AsyncGenerator<Entry[][]> {
    if (kinds?.includes('family') === false) return;
    const streams = [...this.streams.values()].map((entries) => entries.filter(({ position }) => position <= upTo));
    for (let at = 0; at < streams.length; at += 50) yield await Promise.resolve(streams.slice(at, at + 50));
  }

  async *readAll({ after, batch = 100 }: { after: number; batch?: number }): AsyncGenerator<Entry[]> {
    const end = this.entries.length;
    for (let at = after; at < end; at += batch) {
      await yieldToEventLoop();
      yield this.entries.slice(at, Math.min(at + batch, end));
    }
  }

  subscribe({ after, batch = 100 }: { after: number; batch?: number }, onBatch: (entries: Entry[]) => Promise<void>) {
    let stopped = false;
    const run = async () => {
      for (let at = after; !stopped;) {
        const entries = this.entries.slice(at, at + batch);
        if (entries.length > 0) await onBatch(entries);
        else await new Promise<void>((wake) => void this.grown.push(wake));
        at += entries.length;
      }
    };
    const ended = run();
    ended.catch(() => undefined);
    const stop = async () => {
      stopped = true;
      for (const wake of this.grown.splice(0)) wake();
      await ended;
    };
    return { stop, ended };
  }
}
