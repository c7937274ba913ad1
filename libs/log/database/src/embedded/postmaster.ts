import { execFile } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { link, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { Cluster } from './cluster.js';
import { run, runnerFor } from './tools.js';

const execute = promisify(execFile);

const pidFileName = 'postmaster.pid';

/** Bytes of server.log after which the next start puts it aside. */
const logLimit = 1_000_000;

/** Crash recovery of a big import may take minutes. */
const startTimeoutSeconds = '600';

/** The port of the cluster's running server. */
export async function portOf({ data }: Cluster): Promise<number | undefined> {
  const { pid, port } = await pidFile(join(data, pidFileName));
  return pid && port && (await isServerOf(data, pid)) ? port : undefined;
}

/** Starts the server, on the port of last time if that is free, and returns its port. Fails when another process was first. */
export async function start(cluster: Cluster): Promise<number> {
  const { root, data } = cluster;
  await forgetStale(data);
  await turnLog(root);
  const port = await choosePort(root);
  const listen = `-p ${String(port)} -c listen_addresses=127.0.0.1`;
  await run(
    'pg_ctl',
    ['start', '-D', data, '-w', '-t', startTimeoutSeconds, '-l', join(root, 'server.log'), '-o', listen],
    await runnerFor(data),
  );
  await writeFile(join(root, 'port'), String(port));
  return port;
}

/** Settles when the server that runs now has ended. pg_ctl itself would wait on where another process starts the next at once. */
export async function stop({ data }: Cluster): Promise<void> {
  const { pid } = await pidFile(join(data, pidFileName));
  await run('pg_ctl', ['stop', '-D', data, '-m', 'fast', '-W'], await runnerFor(data));
  while (pid && (await isServerOf(data, pid))) await pause(20);
}

/** postmaster.pid: pid, data folder, start time, port, one a line. */
async function pidFile(file: string): Promise<{ pid?: number | undefined; port?: number | undefined }> {
  const text = await readFile(file, 'utf8').catch(() => '');
  const [pid, , , port] = text.split('\n').map(Number);
  return { pid, port };
}

/**
 * A number alone proves nothing: after a crash it may belong to a zombie or to a stranger, and PostgreSQL would then refuse to start.
 * Another process may do the same, and its server have written the file anew since we looked: so the file is taken away whole,
 * and put back if it is not the one that we saw.
 */
async function forgetStale(data: string): Promise<void> {
  const file = join(data, pidFileName);
  const { pid } = await pidFile(file);
  if (!pid || (await isServerOf(data, pid))) return;
  const aside = `${file}.${String(process.pid)}`;
  const taken = await rename(file, aside).then(
    () => true,
    () => false, // Somebody else took it.
  );
  if (!taken) return;
  if ((await pidFile(aside)).pid !== pid) await link(aside, file);
  await rm(aside);
}

const isServerOf = async (data: string, pid: number) => (await commandOf(pid)).includes(data);

async function commandOf(pid: number): Promise<string> {
  if (process.platform === 'linux') return readFile(`/proc/${String(pid)}/cmdline`, 'utf8').catch(() => '');
  const asked =
    process.platform === 'win32'
      ? execute('powershell', ['-NoProfile', '-Command', `(Get-CimInstance Win32_Process -Filter "ProcessId=${String(pid)}").CommandLine`])
      : execute('ps', ['-ww', '-o', 'command=', '-p', String(pid)]);
  return asked.then(
    ({ stdout }) => stdout,
    () => '',
  );
}

async function turnLog(root: string): Promise<void> {
  const { size } = await stat(join(root, 'server.log')).catch(() => ({ size: 0 }));
  if (size > logLimit) await rename(join(root, 'server.log'), join(root, 'server.log.1'));
}

async function choosePort(root: string): Promise<number> {
  let port = Number(await readFile(join(root, 'port'), 'utf8').catch(() => '0'));
  // Below the range that systems hand out to outgoing connections, so that it is still free next time.
  while (!port || !(await isFree(port))) port = randomInt(20_000, 30_000);
  return port;
}

function isFree(port: number): Promise<boolean> {
  return new Promise((tell) => {
    const probe = createServer();
    probe.once('error', () => {
      tell(false);
    });
    probe.listen(port, '127.0.0.1', () =>
      probe.close(() => {
        tell(true);
      }),
    );
  });
}
