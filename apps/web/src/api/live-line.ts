import { EventParser } from './event-parser.js';

/** How long the line waits, in milliseconds. */
interface Pace {
  /** Nothing heard for so long, not even that it stands: the line is dead. */
  readonly silent: number;
  /** Before it begins again, the first time; doubled each time that nothing was heard, up to `longest`. */
  readonly again: number;
  readonly longest: number;
}

const usual: Pace = { silent: 60_000, again: 1_000, longest: 60_000 };

/** Hears what the server tells as server-sent events, over one connection at a time, which is closed whatever way the hearing ends. */
export class LiveLine<Said> {
  constructor(
    /** Opens the connection; it is closed through the signal. */
    private readonly open: (signal: AbortSignal) => Promise<Response>,
    private readonly onMessage: (said: Said) => void,
    private readonly pace: Pace = usual,
  ) {}

  /** Listens until it is told to end. Where the line breaks, falls silent, or the server ends it with the token, it begins again. */
  async listen(ended: AbortSignal): Promise<void> {
    let wait = this.pace.again;
    while (!ended.aborted) {
      const heard = await this.hear(ended);
      wait = heard ? this.pace.again : Math.min(wait * 2, this.pace.longest);
      await pause(wait * (0.5 + Math.random() / 2), ended); // not all browsers of an office at once
    }
  }

  /** Whether anything was heard. A lost connection is told by what the page itself asks. */
  private async hear(ended: AbortSignal): Promise<boolean> {
    const line = new AbortController();
    const close = () => line.abort();
    ended.addEventListener('abort', close);
    let silence = setTimeout(close, this.pace.silent);
    let heard = false;
    try {
      const { body } = await this.open(line.signal);
      const reader = body?.pipeThrough(new TextDecoderStream()).getReader();
      const parser = new EventParser();
      for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
        clearTimeout(silence);
        silence = setTimeout(close, this.pace.silent);
        heard = true;
        for (const { type, data } of parser.take(part.value)) if (type === 'message') this.onMessage(JSON.parse(data) as Said);
      }
    } catch {
      return heard;
    } finally {
      clearTimeout(silence);
      ended.removeEventListener('abort', close);
      close();
    }
    return heard;
  }
}

const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((done) => {
    const over = () => {
      clearTimeout(waiting);
      signal.removeEventListener('abort', over);
      done();
    };
    const waiting = setTimeout(over, ms);
    signal.addEventListener('abort', over);
    if (signal.aborted) over();
  });
