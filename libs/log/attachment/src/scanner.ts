import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { refuseIf } from './attachment.rules.js';
import { AttachmentsUnavailable } from './errors.js';

/** A command of the office that looks at every file before it is kept: it gets it on its standard input, and ends with 0 where it may be kept. */
export interface Scanner {
  /** Program and arguments; no shell is between. */
  readonly command: readonly string[];
  /** Milliseconds that it may take over a piece of the file, and from its end until it answers. */
  readonly timeoutMs: number;
}

/** Lets a file pass, and ends only once the scanner has let it pass too. Throws a Refusal, or AttachmentsUnavailable where it could not be asked. */
export const scanning = ({ command: [program = '', ...args], timeoutMs }: Scanner) =>
  async function* (plain: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    const child = spawn(program, args, { stdio: ['pipe', 'ignore', 'ignore'], env: ownEnvironment() });
    const late = setTimeout(() => child.kill('SIGKILL'), timeoutMs);
    const ended = endOf(child);
    ended.catch(() => undefined); // it is waited for below, unless the file breaks off
    try {
      for await (const bytes of plain) {
        late.refresh();
        await written(child, bytes, ended);
        yield bytes;
      }
      late.refresh();
      child.stdin.end();
      const code = await ended;
      if (code === null) throw new AttachmentsUnavailable('scanner', 'it was ended by a signal, or did not answer in time');
      refuseIf(code !== 0, 'attachment.refused-by-scanner');
    } finally {
      clearTimeout(late);
      child.kill('SIGKILL');
    }
  };

/** A scanner that has seen enough reads no further: that is no fault. */
async function written({ stdin }: ChildProcess, bytes: Buffer, ended: Promise<unknown>): Promise<void> {
  if (!stdin || stdin.destroyed || stdin.write(bytes)) return;
  await Promise.race([once(stdin, 'drain'), ended]).catch(() => undefined);
}

/** Its exit code, or null after a signal. */
function endOf(child: ChildProcess): Promise<number | null> {
  child.stdin?.on('error', () => undefined);
  return new Promise((settle, fail) => {
    child.once('error', (error: NodeJS.ErrnoException) =>
      fail(new AttachmentsUnavailable('scanner', `it cannot be run (${error.code ?? error.name})`)),
    );
    child.once('close', settle);
  });
}

/** Not the server's: its settings name keys and passwords. */
const ownEnvironment = () =>
  Object.fromEntries(
    ['PATH', 'HOME', 'LANG', 'TMPDIR'].flatMap((name) => {
      const value = process.env[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
