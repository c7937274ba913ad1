import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const register = new URL('./register.mjs', import.meta.url).href;
const root = fileURLToPath(new URL('../../../', import.meta.url));

/** A process that runs TypeScript modules of this repository: tell it things on stdin, hear its lines on stdout. */
export class Child {
  readonly #process: ChildProcess;
  readonly #lines: AsyncIterator<string>;
  #complaints = '';

  /** `code` is an ES module in JavaScript that may import `@lookback/*`; `args` are its `process.argv.slice(1)`. */
  constructor(code: string, args: readonly string[] = [], as: { uid?: number; gid?: number } = {}) {
    const options = ['--import', register, '--input-type=module', '-e', code, '--', ...args];
    this.#process = spawn(process.execPath, options, { cwd: root, stdio: ['pipe', 'pipe', 'pipe'], ...as });
    const { stdout, stderr } = this.#process;
    if (!stdout || !stderr) throw new Error('a child without pipes');
    stderr.setEncoding('utf8').on('data', (text: string) => (this.#complaints = (this.#complaints + text).slice(-4000)));
    this.#lines = createInterface({ input: stdout })[Symbol.asyncIterator]();
  }

  get pid(): number {
    return this.#process.pid ?? 0;
  }

  /** The next line that it prints; fails with what it complained of when it ends instead. */
  async line(): Promise<string> {
    const next = await this.#lines.next();
    if (next.done) throw new Error(`the child ended: ${this.#complaints}`);
    return next.value;
  }

  say(line: string): void {
    this.#process.stdin?.write(`${line}\n`);
  }

  /** Sends a signal, if it still runs, and waits for its end. */
  async kill(signal: NodeJS.Signals): Promise<void> {
    this.#process.kill(signal);
    await this.ended();
  }

  /** Its exit code, or null after a signal. */
  async ended(): Promise<number | null> {
    if (this.#process.exitCode === null && this.#process.signalCode === null) await once(this.#process, 'exit');
    return this.#process.exitCode;
  }
}
