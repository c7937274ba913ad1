import type { Shapes } from './ask.js';
import { begun } from './asked.js';
import { LiveLine } from './live-line.js';

/** Where the log stands and of which day, as the server last said. */
type Live = Shapes['LiveShown'];

const name = 'lookback-live';

/**
 * How the log moves, as told to every page of a browser over one connection: a browser keeps six to one server, whatever the number of
 * its tabs. The page that holds the lock listens, and tells the others.
 */
class LiveShared {
  current: Live | null = null;
  private leads = false;
  private readonly watchers = new Set<() => void>();
  private readonly pages = new BroadcastChannel(name);
  private readonly line = new LiveLine<Live>(
    (signal) => begun('/live', { headers: { Accept: 'text/event-stream' }, signal }),
    (said) => {
      this.take(said);
      this.pages.postMessage(said);
    },
  );

  constructor() {
    this.pages.onmessage = ({ data }: MessageEvent<Live | 'how does it stand?'>) => {
      if (data !== 'how does it stand?') this.take(data);
      else if (this.leads && this.current) this.pages.postMessage(this.current);
    };
  }

  watch = (listener: () => void): (() => void) => {
    this.watchers.add(listener);
    return () => this.watchers.delete(listener);
  };

  /** Takes part until it is told to end: waits for its turn to listen, hearing from the page that does. */
  async listen(ended: AbortSignal): Promise<void> {
    this.pages.postMessage('how does it stand?');
    const lead = async () => {
      this.leads = true;
      await this.line.listen(ended);
      this.leads = false;
    };
    await navigator.locks.request(name, { signal: ended }, lead).catch(() => undefined); // gone before its turn came
  }

  private take(said: Live): void {
    const before = this.current;
    if (before?.position === said.position && before.lag === said.lag && before.today === said.today) return;
    this.current = said;
    for (const listener of this.watchers) listener();
  }
}

export const live = new LiveShared();
