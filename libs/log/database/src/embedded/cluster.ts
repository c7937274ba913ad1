import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chown, mkdir, mkdtemp, readdir, readFile, realpath, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { UnsupportedDatabase } from '../errors.js';
import { settings } from './settings.js';
import { run, runnerFor } from './tools.js';

export const owner = 'lookback_owner';
export const application = 'lookback_app';

/** The folder of a cluster that exists: data/, one password file a role, the remembered port, server.log. */
export interface Cluster {
  readonly root: string;
  readonly data: string;
  readonly passwords: Readonly<Record<typeof owner | typeof application, string>>;
}

/** Finds the cluster under `<home>/postgres`, or makes it. Several processes may do so at once. */
export async function clusterIn(home: string): Promise<Cluster> {
  await mkdir(home, { recursive: true, mode: 0o700 });
  const root = join(await realpath(home), 'postgres');
  const data = join(root, 'data');
  if (!isMade(root)) await make(root);
  return { root, data, passwords: { [owner]: await secretIn(root, owner), [application]: await secretIn(root, application) } };
}

const isMade = (root: string) => existsSync(join(root, 'data', 'PG_VERSION'));

const secretIn = (root: string, role: string) => readFile(join(root, `${role}.password`), 'utf8');

/** Made beside, then renamed: two first starts leave one winner, and a killed one leaves no half-made folder in the place. */
async function make(root: string): Promise<void> {
  if (existsSync(root) && !isMade(root)) throw notOurs(root);
  await sweep(root);
  const beside = await mkdtemp(`${root}.${String(process.pid)}.`);
  try {
    await fill(beside, dirname(root));
    await rename(beside, root);
  } catch (error) {
    await rm(beside, { recursive: true, force: true });
    if (!isMade(root)) throw error; // Otherwise another process was first.
  }
}

async function fill(folder: string, home: string): Promise<void> {
  const as = await runnerFor(home);
  for (const role of [owner, application]) {
    await writeFile(join(folder, `${role}.password`), randomBytes(24).toString('hex'), { mode: 0o600, flush: true });
    if (as) await chown(join(folder, `${role}.password`), as.uid, as.gid);
  }
  if (as) await chown(folder, as.uid, as.gid);
  const locale = ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'];
  const set = Object.entries(settings).flatMap(([name, value]) => ['--set', `${name}=${value}`]);
  const access = ['--auth=scram-sha-256', '-U', owner, `--pwfile=${join(folder, `${owner}.password`)}`];
  await run('initdb', ['-D', join(folder, 'data'), ...access, ...locale, ...set, '--no-instructions'], as);
}

/** What makers that were killed left beside. */
async function sweep(root: string): Promise<void> {
  for (const name of await readdir(dirname(root))) {
    const maker = new RegExp(`^${basename(root)}\\.(\\d+)\\.`).exec(name)?.[1];
    if (maker && !isAlive(Number(maker))) await rm(join(dirname(root), name), { recursive: true, force: true }).catch(() => undefined);
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

const notOurs = (root: string) =>
  new UnsupportedDatabase('LOOKBACK_DATA', {
    en: `${root} exists and holds no database of Lookback. Move it away, or set LOOKBACK_DATA to another folder.`,
    zh: `${root} 已存在,但不是 Lookback 的数据库。请移走它,或将 LOOKBACK_DATA 设为其他文件夹。`,
  });
