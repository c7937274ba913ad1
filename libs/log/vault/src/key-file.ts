import { randomBytes } from 'node:crypto';
import { link, open, readFile, rm, stat } from 'node:fs/promises';
import { InvalidKey } from './errors.js';

/** Bytes of every key. */
export const keyLength = 32;

/** 256 random bits as they stand in a file: 64 hex digits. */
export const newKey = () => randomBytes(keyLength).toString('hex');

/** The key that 64 hex digits say, or undefined where they say none. */
export const keyOf = (hex: string): Buffer | undefined => (/^[0-9a-f]{64}$/i.test(hex) ? Buffer.from(hex, 'hex') : undefined);

/**
 * What a key file says. Where there is none and `first` is given, it is made with that in it, for its owner's eyes alone;
 * of two processes that make it at once, one wins and both read the same.
 * @throws InvalidKey when it is missing and may not be made, or when others may read it.
 */
export async function keyFile(path: string, first?: string): Promise<string> {
  const there = await stat(path).catch(ifAbsent);
  if (!there) {
    if (first === undefined) throw missing(path);
    await make(path, first);
    return keyFile(path);
  }
  if (process.platform !== 'win32' && there.mode & 0o077) throw loose(path, there.mode);
  return (await readFile(path, 'utf8')).trim();
}

async function make(path: string, text: string): Promise<void> {
  const beside = `${path}.${randomBytes(6).toString('hex')}`;
  const file = await open(beside, 'wx', 0o600);
  try {
    await file.writeFile(`${text}\n`);
    await file.sync();
    await file.close();
    await link(beside, path).catch(ifThere);
  } finally {
    await rm(beside);
  }
}

const ifAbsent = (error: unknown) => unlessCode(error, 'ENOENT');
const ifThere = (error: unknown) => unlessCode(error, 'EEXIST');

function unlessCode(error: unknown, code: string): undefined {
  if ((error as NodeJS.ErrnoException).code !== code) throw error;
  return undefined;
}

const missing = (path: string) =>
  new InvalidKey(
    `The log is not empty, but its key file ${path} is missing. Put it back from its backup; a new key would not open what is sealed.`,
    `日志中已有记录，但缺少密钥文件 ${path}。请从备份中恢复；新的密钥无法打开已封存的内容。`,
  );

const loose = (path: string, mode: number) => {
  const octal = (mode & 0o777).toString(8);
  return new InvalidKey(
    `The key file ${path} may be read by others (mode ${octal}). Run: chmod 600 ${path}`,
    `密钥文件 ${path} 可被他人读取（权限 ${octal}）。请执行：chmod 600 ${path}`,
  );
};
