import type { Shapes } from './ask.js';
import { exchange } from './file.js';

/** Where the log stands and of which day, as the server last said. */
type Live = Shapes['LiveShown'];

const againAfterMs = 5_000;

/** Hears how the log moves. Kept outside React: one line serves the whole page. */
class LiveLine {
  current: Live | null = null;
  private readonly watchers = new Set<() => void>();

  watch = (told: () => void): (() => void) => {
    this.watchers.add(told);
    return () => this.watchers.delete(told);
  };

  /** Listens until it is told to end. Where the line breaks, or the server ends it with the token, it begins again. */
  async listen(ended: AbortSignal): Promise<void> {
    while (!ended.aborted) {
      await this.hear(ended).catch(() => undefined); // a lost connection is told by what the page itself asks
      await wait(againAfterMs, ended);
    }
  }

  private async hear(signal: AbortSignal): Promise<void> {
    const { body } = await exchange('/live', { headers: { Accept: 'text/event-stream' }, signal });
    const reader = body?.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
      const events = (text + part.value).split('\n\n');
      text = events.pop() ?? '';
      for (const event of events) this.told(event);
    }
  }

  private told(event: string): void {
    const data = /^data: ?(.+)$/m.exec(event)?.[1];
    if (data === undefined) return; // no news, only that the line stands
    this.current = JSON.parse(data) as Live;
    for (const told of this.watchers) told();
  }
}

const wait = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((done) => {
    setTimeout(done, ms);
    signal.addEventListener('abort', () => done(), { once: true });
  });

export const live = new LiveLine();
