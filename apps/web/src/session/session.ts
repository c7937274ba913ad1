import type { components } from '../api/schema.js';

export type Principal = components['schemas']['SessionOpened'];
export type Right = components['schemas']['RightHeld']['right'];

const place = 'lookback.session';
/** As long as a new tab waits for another to say who is signed in. */
const sharedWithinMs = 200;

type TabMessage = { readonly opened: Principal } | 'signed out' | 'who is signed in?';

/**
 * Who is signed in, the same in every tab of the browser: one tab tells another, and what it tells lies nowhere. Kept in memory and in
 * each tab's sessionStorage, which outlives a reload and ends with the tab; never in localStorage, where every later user of the machine
 * would find it, nor in a cookie, which other sites could make the browser send.
 */
class SessionStore {
  current: Principal | null = kept();
  /** True once the server no longer takes the token: the page stays as it is, until somebody has signed in with a password of their own. */
  ended = false;
  private readonly watchers = new Set<() => void>();
  private readonly tabs = new BroadcastChannel(place);

  constructor() {
    this.tabs.onmessage = ({ data }: MessageEvent<TabMessage>) => {
      if (data === 'who is signed in?') this.answer();
      else if (data === 'signed out') this.leave();
      else this.enter(data.opened);
    };
  }

  /** Settles once another tab has said who is signed in, or none has. */
  async shared(): Promise<void> {
    if (this.current) return;
    this.tabs.postMessage('who is signed in?' satisfies TabMessage);
    await new Promise<void>((done) => {
      const waiting = setTimeout(done, sharedWithinMs);
      const forget = this.watch(() => {
        clearTimeout(waiting);
        forget();
        done();
      });
    });
  }

  /** Signs in, or goes on with another token, in every tab. */
  open(session: Principal): void {
    this.enter(session);
    this.tabs.postMessage({ opened: session } satisfies TabMessage);
  }

  /** Whether this is the token of now: another tab may have renewed it, or signed out. */
  holds(token: string): boolean {
    return this.current?.token === token;
  }

  /** Whether the session is over, as the server does not take this token: not where another token has taken its place meanwhile. */
  isOver(token: string): boolean {
    if (!this.current || this.ended) return true;
    if (!this.holds(token)) return false;
    this.ended = true;
    this.notify();
    return true;
  }

  /** Signs out: nothing of it is left in any tab. */
  close(): void {
    this.leave();
    this.tabs.postMessage('signed out' satisfies TabMessage);
  }

  watch = (listener: () => void): (() => void) => {
    this.watchers.add(listener);
    return () => this.watchers.delete(listener);
  };

  private answer(): void {
    if (this.current && !this.ended) this.tabs.postMessage({ opened: this.current } satisfies TabMessage);
  }

  private enter(session: Principal): void {
    this.current = session;
    this.ended &&= session.mustChangePassword;
    sessionStorage.setItem(place, JSON.stringify(session));
    this.notify();
  }

  private leave(): void {
    this.current = null;
    this.ended = false;
    sessionStorage.removeItem(place);
    this.notify();
  }

  private notify(): void {
    for (const listener of this.watchers) listener();
  }
}

function kept(): Principal | null {
  const text = sessionStorage.getItem(place);
  return text === null ? null : (JSON.parse(text) as Principal);
}

export const session = new SessionStore();
