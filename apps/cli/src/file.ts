import { readFile } from 'node:fs/promises';

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EACCES: 'it may not be opened',
  EISDIR: 'it is a folder',
};

/** What a file that somebody named holds. @throws Error that says in words why it cannot be read. */
export const bytesOf = (path: string): Promise<Buffer> =>
  readFile(path).catch((error: unknown) => {
    const { code = '', message } = error as NodeJS.ErrnoException;
    throw new Error(`${path} cannot be read: ${reasons[code] ?? message}`, { cause: error });
  });
