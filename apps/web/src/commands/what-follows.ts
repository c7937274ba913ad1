import type { Shapes } from '../api/ask.js';
import { limits } from '../api/asked.js';
import { exchange } from '../api/file.js';
import type { Submitted } from './submit.js';

export type WhatFollows = Shapes['WhatFollows'];

/** What would follow from a command, and nothing is recorded. Throws Refused, as the command would be refused, or ConnectionLost. */
export async function whatFollows(
  { to, command, envelope }: Pick<Submitted, 'to' | 'command' | 'envelope'>,
  signal?: AbortSignal,
): Promise<WhatFollows> {
  const response = await exchange(`${to}/what-follows`, {
    method: 'POST',
    limitMs: limits.answer,
    ...(signal && { signal }),
    body: new Blob([JSON.stringify({ command, envelope })], { type: 'application/json' }),
  });
  return (await response.json()) as WhatFollows;
}
