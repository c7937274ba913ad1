import { AdministratorReset, Sessions, Tokens } from '@lookback/office/access';
import { rm, writeFile } from 'node:fs/promises';
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { inProcess, sessionFile } from '../in-process.js';
import { say } from '../say.js';

/** Signs in on this machine: the token stands in a file that only this user reads, and runs out by itself. */
export const loginVerb = (login: string): Promise<void> =>
  inProcess(async ({ app, settings }) => {
    const session = await app.get(Sessions).signIn(login, await passwordFor(login), 'this machine');
    const file = sessionFile(settings);
    await rm(file, { force: true });
    const { token, expiresAt } = await app.get(Tokens).of(session);
    await writeFile(file, token, { mode: 0o600 });
    say(`Signed in as ${login} until ${expiresAt.toISOString()}`);
    const reset = await app.get(AdministratorReset).lately();
    if (reset) say(`The administrator ${reset.login} was given a new password on the server’s own machine at ${reset.at.toISOString()}`);
  });

/** Asked for without showing it, or the first line of standard input. */
async function passwordFor(login: string): Promise<string> {
  const terminal = process.stdin.isTTY;
  if (terminal) process.stderr.write(`Password of ${login}: `);
  const hidden = new Writable({ write: (_chunk, _encoding, done) => { done(); } }); // prettier-ignore
  const lines = createInterface({ input: process.stdin, output: hidden, terminal });
  const password = await lines.question('');
  lines.close();
  if (terminal) process.stderr.write('\n');
  return password;
}
