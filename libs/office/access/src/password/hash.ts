import { hash, type Options, verify } from '@node-rs/argon2';
import { createHash } from 'node:crypto';

/** argon2id is this library's default algorithm; OWASP's least: 19 MiB of memory, two passes, one lane. */
export const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const satisfies Options;

/**
 * The argon2id hash of a password, in PHC form. `commandId` names the command that brings it: under one id the hash is the
 * same, so that a repeated command is known by its body; without it the salt is random.
 */
export const hashOf = (password: string, commandId?: string): Promise<string> =>
  inTurn(() => hash(normal(password), { ...cost, ...(commandId !== undefined && { salt: saltOf(commandId) }) }));

/** Whether a password is the one of the hash; where there is none, takes as long to say no. */
export async function isPassword(password: string, hashed: string | null): Promise<boolean> {
  const same = await inTurn(() => verify(hashed ?? nobodys, normal(password)));
  return same && hashed !== null;
}

let last: Promise<unknown> = Promise.resolve();

/**
 * One at a time in a process: a hash takes a processor and 19 MiB for as long as it lasts, and threads that files and keys wait for too.
 * So a flood of sign-ins waits for itself, and nothing else waits for it.
 */
function inTurn<T>(doing: () => Promise<T>): Promise<T> {
  const turn = last.then(doing);
  last = turn.catch(() => undefined);
  return turn;
}

/** Hash of a random password that nobody knows, at the same cost. */
export const nobodys = '$argon2id$v=19$m=19456,t=2,p=1$0eMPCJ02PiJ5f3YPkDN7BA$JN0Fg//MciuRCKmXr18uQSlW00ldBc6k5opuEc+T3EA';

/** A salt need not be secret, only different for each password of each account. */
const saltOf = (commandId: string): Buffer => createHash('sha256').update(commandId).digest().subarray(0, 16);

/** The same characters however a keyboard composed them. */
const normal = (password: string): string => password.normalize('NFKC');
