import { setTimeout as pause } from 'node:timers/promises';

/** Asks again and again until there is an answer, and gives it; fails after a minute, saying what was waited for. */
export async function until<T>(what: string, ask: () => Promise<T | undefined> | T | undefined, withinMs = 60_000): Promise<T> {
  for (const end = Date.now() + withinMs; ;) {
    const found = await ask();
    if (found !== undefined) return found;
    if (Date.now() > end) throw new Error(`waited ${withinMs} ms for ${what}`);
    await pause(20);
  }
}
