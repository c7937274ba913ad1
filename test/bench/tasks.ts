import { type ChildProcess, fork } from 'node:child_process';
import type { Measured } from './measured.js';

/** What a contender can be asked to do, in a process of its own. */
export type Tasks = Readonly<Record<string, (args: never) => Promise<Measured | undefined>>>;

interface Asked {
  readonly task: string;
  readonly args: unknown;
}
type Answer = { readonly done: Measured | undefined } | { readonly failed: string };

/** Serves a contender's tasks to whoever started this process, one at a time. */
export function serve(tasks: Tasks): void {
  process.on('message', ({ task, args }: Asked) => {
    const answer = (said: Answer) => process.send?.(said);
    const doing = tasks[task] as (args: unknown) => Promise<Measured | undefined>;
    doing(args).then(
      (done) => answer({ done }),
      (error: unknown) => answer({ failed: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
    );
  });
}

/** A task of every contender: how much of the CPU its process has had, in microseconds. */
export const spent = (): Promise<Measured> => {
  const { user, system } = process.cpuUsage();
  return Promise.resolve({ operations: 0, rate: 0, cpu: user + system });
};

const loader = new URL('../../libs/testing/loader/register.mjs', import.meta.url).href;

/** A contender in a process of its own, so that neither its memory nor its event loop is another's. */
export class Contender {
  private readonly process: ChildProcess;

  constructor(
    readonly name: string,
    module: URL,
  ) {
    this.process = fork(module, [], { execArgv: ['--import', loader, '--max-semi-space-size=64'], serialization: 'advanced' });
  }

  /** One at a time. */
  ask(task: string, args: object = {}): Promise<Measured> {
    return new Promise((done, fail) => {
      const ended = (code: number | null) => {
        fail(new Error(`${this.name} ended with ${String(code)}`));
      };
      this.process.once('exit', ended).once('message', (answer: Answer) => {
        this.process.off('exit', ended);
        if ('failed' in answer) fail(new Error(`${this.name}: ${answer.failed}`));
        else done(answer.done ?? { operations: 0, rate: 0, cpu: 0 });
      });
      this.process.send({ task, args });
    });
  }

  stop(): void {
    this.process.kill();
  }
}
