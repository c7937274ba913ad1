import type { Shapes } from '../api/ask.js';
import { limits } from '../api/asked.js';
import { exchange } from '../api/file.js';

/** What a command says beside itself; who records it and when follow from the account and the log. */
export type Envelope = Shapes['Envelope'];
export type Receipt = Shapes['Receipt'];

export interface Submitted {
  /** Where the command is asked, such as `/households/…/visit-home`. */
  readonly to: string;
  readonly command: object;
  readonly envelope: Envelope;
  /** Asked again under the same key, it is recorded once. */
  readonly key: string;
  /** The revision that the page has shown; a history that has moved since answers 412. */
  readonly revision?: number | undefined;
}

/**
 * Asks a command and waits until the lists show it. Leaving the page does not end it: nobody would know whether it was recorded.
 * Throws Refused or ConnectionLost.
 */
export async function submit({ to, command, envelope, key, revision }: Submitted): Promise<Receipt> {
  const response = await exchange(`${to}?wait=projected`, {
    method: 'POST',
    limitMs: limits.answer,
    body: new Blob([JSON.stringify({ command, envelope })], { type: 'application/json' }),
    headers: { 'Idempotency-Key': key, ...(revision !== undefined && { 'If-Match': `"${String(revision)}"` }) },
  });
  return (await response.json()) as Receipt;
}
