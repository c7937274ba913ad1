import { on } from 'node:events';
import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { Refusal, type Wording } from '@lookback/kernel';
import type { Merge } from './merge.js';
import { fromTransfer } from './row-transfer.js';
import type { RawRows, RawSheet } from './raw-sheets.js';
import type { ThreadMessage } from './read-ahead.thread.js';
import { workbook } from './refusals.js';

const begun = new WeakMap<Uint8Array, Ahead>();

/**
 * Begins to read a workbook in a thread of its own, within the limits that hold for everybody; the `readSheet` of these very
 * bytes that follows goes on from there, with the same answer. Keeps no process alive that has nothing else to do.
 */
export function readAhead(bytes: Uint8Array): void {
  begun.set(bytes, new Ahead(bytes));
}

/** The sheets of a workbook that is being read ahead; undefined where it is not. */
export function sheetsAhead(bytes: Uint8Array): AsyncGenerator<RawSheet, void, undefined> | undefined {
  const ahead = begun.get(bytes);
  begun.delete(bytes);
  return ahead?.sheets();
}

/** Megabytes of what lives short: more would only spread the thread over the memory. */
const maxYoungGenerationSizeMb = 24;

class Ahead {
  private readonly thread: Worker;
  private readonly messages: AsyncIterator<unknown[]>;

  constructor(bytes: Uint8Array) {
    const code = new URL(`read-ahead.thread${extname(import.meta.url)}`, import.meta.url);
    this.thread = new Worker(code, { workerData: bytes, resourceLimits: { maxYoungGenerationSizeMb } });
    this.messages = on(this.thread, 'message', { close: ['exit'] })[Symbol.asyncIterator]();
    this.thread.unref();
  }

  async *sheets(): AsyncGenerator<RawSheet, void, undefined> {
    try {
      for (let message = await this.next(); message.is !== 'end'; message = await this.next()) {
        if (message.is !== 'sheet') continue; // the rest of one that was not read to its end
        const merges: Merge[] = [];
        yield { name: message.name, number: message.number, rows: this.rows(merges), merges: () => merges };
        this.thread.postMessage('done');
      }
    } finally {
      await this.thread.terminate();
    }
  }

  private async *rows(merges: Merge[]): RawRows {
    let message = await this.next();
    for (; message.is === 'rows'; message = await this.next()) yield* fromTransfer(message.rows);
    if (message.is === 'end of sheet') for (const merge of message.merges) merges.push(merge);
  }

  /** @throws Refusal where the thread met one, and whatever ended the thread. */
  private async next(): Promise<ThreadMessage> {
    this.thread.ref();
    const { value, done } = (await this.messages.next()) as IteratorResult<[ThreadMessage], undefined>;
    this.thread.unref();
    if (done) throw new Error('the thread that reads the workbook ended before the workbook did');
    const [told] = value;
    if (told.is === 'refused') throw new Refusal(told.rule, told.facts, workbook.rules[told.rule] as Wording);
    return told;
  }
}
