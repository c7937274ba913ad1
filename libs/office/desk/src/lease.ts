import { setTimeout as pause } from 'node:timers/promises';

/**
 * Milliseconds for which a process may rest on what it saw of an account or a session. Who changes either answers only when they are
 * over: after the answer no process, this or another, lets anybody act on what was before, and none needs to ask at every request.
 */
export const lease = 100;

/** Waits until no process rests any more on what it saw before now. */
export const leasesOver = (): Promise<void> => pause(lease);

/** Whether what was asked for at `at` still holds; both by a clock that nobody sets. */
export const isLeased = (at: number): boolean => performance.now() - at < lease;
