import { type EntryId, Refusal } from '@lookback/kernel';
import { IdempotencyKeyReused, LogCorrupted, LogUnavailable } from '@lookback/log/event-log';
import { uuidsIn } from '@lookback/log/runtime';
import { setTimeout as delay } from 'node:timers/promises';
import type { Answer, Heard, Reaction } from './reaction.js';

const keyOf = uuidsIn('0c8e4a52-7d31-5f0b-8a6e-4b1d9f2c7e35');

/** What a command rests on that answers an entry. */
export interface AnsweredEntry {
  /** The same for the same reaction, entry and answer, for ever: the command is recorded once, however often it is asked. */
  readonly key: string;
  readonly heard: Heard;
  readonly causationId: EntryId;
}

/** Records one command. Rejects with a Refusal where a rule refuses it. */
export type Submit<Command> = (answer: Answer<Command>, as: AnsweredEntry) => Promise<unknown>;

/** Milliseconds before a command that failed is asked again; after the last its stream is stuck. */
const pauses = [100, 500, 2_000] as const;

/**
 * Asks every command that follows from an entry, in order. Gives why the entry cannot be answered, undefined where it is.
 * @throws LogUnavailable: nothing is wrong with the entry.
 */
export async function answer<Command>(reaction: Reaction<Command>, heard: Heard, submit: Submit<Command>): Promise<string | undefined> {
  try {
    for (const one of reaction.answers(heard)) {
      const key = keyOf(`${reaction.name}/${heard.id}/${one.name}`);
      const reason = await ask(one, () => submit(one, { key, heard, causationId: heard.setBy }));
      if (reason !== undefined) return reason;
    }
    return undefined;
  } catch (error) {
    if (error instanceof LogUnavailable) throw error;
    return reasonOf(error);
  }
}

async function ask<Command>(one: Answer<Command>, submit: () => Promise<unknown>): Promise<string | undefined> {
  for (const pause of [...pauses, null])
    try {
      await submit();
      return undefined;
    } catch (error) {
      if (error instanceof LogUnavailable) throw error;
      if (error instanceof IdempotencyKeyReused) return undefined; // answered by an earlier release: what was answered stays so
      if (error instanceof Refusal) return error.rule === one.settledBy ? undefined : error.rule;
      if (pause === null) return reasonOf(error);
      await delay(pause);
    }
  return undefined;
}

/** What to call an error where its message must not be shown. */
export function reasonOf(error: unknown): string {
  if (error instanceof LogCorrupted) return `log ${error.kind}`;
  return error instanceof Error ? error.name : typeof error;
}
