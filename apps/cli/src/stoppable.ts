import { say } from './output.js';

/** Work that Ctrl-C and SIGTERM end in order: after the batch in hand, with nothing half-done. */
export async function stoppable<T>(doing: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const stopping = new AbortController();
  const stop = () => {
    say('stopping after the batch in hand');
    stopping.abort();
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
  try {
    return await doing(stopping.signal);
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop);
  }
}
