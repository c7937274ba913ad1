import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { mustBeBuilt } from './built.js';
import { until } from './until.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const loader = new URL('../../libs/testing/loader/register.mjs', import.meta.url).href;

/** A process of the product, run from its sources. */
export class Running {
  stdout = '';
  stderr = '';
  private readonly child: ChildProcess;
  private readonly closed: Promise<unknown>;

  private constructor(command: string, args: readonly string[], env: Readonly<Record<string, string>>, detached = false) {
    const clean = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(LOOKBACK_|NODE_OPTIONS$)/.test(name)));
    this.child = spawn(command, args, { cwd: root, env: { ...clean, ...env }, stdio: ['pipe', 'pipe', 'pipe'], detached });
    this.child.stdout?.setEncoding('utf8').on('data', (text: string) => (this.stdout += text));
    this.child.stderr?.setEncoding('utf8').on('data', (text: string) => (this.stderr += text));
    this.child.stdin?.end();
    this.closed = once(this.child, 'close');
  }

  private static node(main: string, args: readonly string[], env: Readonly<Record<string, string>>): Running {
    return new Running(process.execPath, ['--disable-warning=ExperimentalWarning', '--import', loader, main, ...args], env);
  }

  /** `npm start` as a user types it, leading a process group of its own. */
  static npmStart(env: Readonly<Record<string, string>>): Running {
    return new Running('npm', ['start'], env, true);
  }

  /** What `npm run build` left, which starts in a third of the time. @throws Error where the sources have changed since */
  private static built(main: string, args: readonly string[], env: Readonly<Record<string, string>>): Running {
    mustBeBuilt();
    return new Running(process.execPath, ['--disable-warning=ExperimentalWarning', `dist/${main}`, ...args], env);
  }

  /** `lookback` on the command line. */
  static cli(args: readonly string[], env: Readonly<Record<string, string>>): Running {
    return Running.built('apps/cli/src/main.js', args, env);
  }

  /** The server, as `npm start` runs it. */
  static server(env: Readonly<Record<string, string>>): Running {
    return Running.built('apps/server/src/main.js', [], env);
  }

  /** The server with the console of a folder, and with some toys. */
  static console(folder: string, env: Readonly<Record<string, string>>, toys: readonly string[] = []): Running {
    return Running.node('test/support/console.fixture.ts', [folder, ...toys], env);
  }

  /** The server with a clock that SIGUSR2 sets ten minutes ahead. */
  static parting(env: Readonly<Record<string, string>>): Running {
    return Running.node('test/support/parting.fixture.ts', [], env);
  }

  send(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }

  /** To every process of its group, as a terminal does. */
  sendToGroup(signal: NodeJS.Signals): void {
    process.kill(-(this.child.pid ?? 0), signal);
  }

  /** Its exit code, or null after a signal that it did not handle. */
  async ended(): Promise<number | null> {
    await this.closed;
    return this.child.exitCode;
  }

  /** The first of what it says, on either stream, that has this shape. */
  said(shape: RegExp): Promise<string> {
    return until(`${String(shape)} from a process`, () => {
      const found = shape.exec(this.stdout + this.stderr);
      if (found) return found[1] ?? found[0];
      if (this.child.exitCode !== null) throw new Error(`it ended with ${this.child.exitCode}: ${this.stderr}`);
      return undefined;
    });
  }

  /** The address of a server, once it listens. */
  url(): Promise<string> {
    return this.said(/listens on (http:\S+)/);
  }
}
