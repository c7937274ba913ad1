import { AdministratorReset, Sessions, Tokens } from '@lookback/office/access';
import { once } from 'node:events';
import { rm, writeFile } from 'node:fs/promises';
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { WrongUsage } from '../finish.js';
import { inProcess, sessionFile } from '../in-process.js';
import { say } from '../output.js';

/** Signs in on this machine: the token stands in a file that only this user reads, and runs out by itself. */
export const loginVerb = (login: string): Promise<void> =>
  inProcess(async ({ app, settings }) => {
    const session = await app.get(Sessions).signIn(login, await passwordFor(login), 'this machine');
    const file = sessionFile(settings);
    await rm(file, { force: true });
    const { token, expiresAt } = await app.get(Tokens).issue(session);
    await writeFile(file, token, { mode: 0o600 });
    say(`Signed in as ${login} until ${expiresAt.toISOString()}`);
    const reset = await app.get(AdministratorReset).lately();
    if (reset) say(`The administrator ${reset.login} was given a new password on the server’s own machine at ${reset.at.toISOString()}`);
  });

/** Asked for without showing it, or the first line of standard input. Throws WrongUsage where that ends before a line. */
async function passwordFor(login: string): Promise<string> {
  const terminal = process.stdin.isTTY;
  if (terminal) process.stderr.write(`Password of ${login}: `);
  const hidden = new Writable({ write: (_chunk, _encoding, done) => { done(); } }); // prettier-ignore
  const lines = createInterface({ input: process.stdin, output: hidden, terminal });
  const ended = once(lines, 'close').then(() => undefined);
  const password = await Promise.race([lines.question(''), ended]);
  lines.close();
  if (terminal) process.stderr.write('\n');
  if (password === undefined)
    throw new WrongUsage('No password came in: type it on a terminal, or give it as the first line of standard input.');
  return password;
}
