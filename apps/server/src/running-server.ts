import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Where a server on this machine tells the command line that it runs, and at which address. */
export const runningServer = (data: string) => {
  const file = join(data, 'server.json');
  return {
    /** Says so; what is given back takes it back. */
    async announce(url: string): Promise<() => Promise<void>> {
      await writeFile(file, JSON.stringify({ url, pid: process.pid }), { mode: 0o600 });
      return () => rm(file, { force: true });
    },

    /** The address of a server that answers; undefined where none does. */
    async url(): Promise<string | undefined> {
      try {
        const { url } = JSON.parse(await readFile(file, 'utf8')) as { url: string };
        await fetch(`${url}/health`, { signal: AbortSignal.timeout(2_000) });
        return url;
      } catch {
        return undefined;
      }
    },
  };
};
