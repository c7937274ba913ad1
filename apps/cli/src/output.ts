/** To people: on standard error, so that standard output is the answer alone. */
export const say = (line: string): void => void process.stderr.write(`${line}\n`);

/** A line that the next one overwrites, on a terminal; elsewhere nothing. */
export function progress(line: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[2K${line}`);
}

/** The reader of the output may close it early, as `head` does: what was begun is ended in order, and nothing more is written. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

/** The answer. */
export const answer = (text: string): void => void process.stdout.write(`${text}\n`);
export const answerJson = (value: unknown): void => answer(JSON.stringify(value));
