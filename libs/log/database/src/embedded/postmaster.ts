import { execFile } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Cluster } from './cluster.js';
import { run, runnerFor } from './tools.js';

const execute = promisify(execFile);

/** Bytes of server.log after which the next start puts it aside. */
const logLimit = 1_000_000;

/** Seconds: crash recovery of a big import may take minutes. */
const patience = '600';

/** The port of the cluster's running server. */
export async function portOf({ data }: Cluster): Promise<number | undefined> {
  const { pid, port } = await pidFile(data);
  return pid && port && (await isServerOf(data, pid)) ? port : undefined;
}

/** Starts the server, on the port of last time if that is free, and returns its port. Fails when another process was first. */
export async function start(cluster: Cluster): Promise<number> {
  const { root, data } = cluster;
  await forgetStale(data);
  await turnLog(root);
  const port = await choosePort(root);
  const listen = `-p ${String(port)} -c listen_addresses=127.0.0.1`;
  await run('pg_ctl', ['start', '-D', data, '-w', '-t', patience, '-l', join(root, 'server.log'), '-o', listen], await runnerFor(data));
  await writeFile(join(root, 'port'), String(port));
  return port;
}

export async function stop({ data }: Cluster): Promise<void> {
  await run('pg_ctl', ['stop', '-D', data, '-m', 'fast', '-w', '-t', patience], await runnerFor(data));
}

/** postmaster.pid: pid, data folder, start time, port, one a line. */
async function pidFile(data: string): Promise<{ pid?: number | undefined; port?: number | undefined }> {
  const text = await readFile(join(data, 'postmaster.pid'), 'utf8').catch(() => '');
  const [pid, , , port] = text.split('\n').map(Number);
  return { pid, port };
}

/** A number alone proves nothing: after a crash it may belong to a zombie or to a stranger, and PostgreSQL would then refuse to start. */
async function forgetStale(data: string): Promise<void> {
  const { pid } = await pidFile(data);
  if (pid && !(await isServerOf(data, pid))) await rm(join(data, 'postmaster.pid'), { force: true });
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
