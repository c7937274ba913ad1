import { CommanderError } from 'commander';
import { Refusal } from '@lookback/kernel';

/** Ends with what the shell is told: 0 done, 1 refused or found wanting, 2 wrong usage. */
export function finish(error: unknown): void {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? 0 : 2;
    return;
  }
  process.stderr.write(`${sentence(error)}\n`);
  process.exitCode = error instanceof WrongUsage ? 2 : 1;
}

/** Ends the process once all is written: a verb that has answered does not wait for what a library still holds. */
export async function end(): Promise<never> {
  for (const stream of [process.stdout, process.stderr])
    await new Promise<void>((written) => {
      stream.write('', () => {
        written();
      });
    });
  process.exit();
}

/** The command cannot be understood: which part, and why. */
export class WrongUsage extends Error {
  override readonly name = 'WrongUsage';
}

/** Something was looked for and found wanting. */
export class CheckFailed extends Error {
  override readonly name = 'CheckFailed';
}

const sentence = (error: unknown): string =>
  error instanceof Refusal ? `${error.in('en')}\n${error.in('zh')}` : error instanceof Error ? error.message : String(error);
