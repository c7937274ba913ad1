import type { components } from '../api/schema.js';

export type SignedIn = components['schemas']['SessionOpened'];
export type Right = components['schemas']['RightHeld']['right'];

const place = 'lookback.session';

/**
 * Who is signed in. Kept in memory and in this tab's sessionStorage, which outlives a reload and ends with the tab; never in
 * localStorage, where every later user of the machine would find it, nor in a cookie, which other sites could make the browser send.
 */
class SessionStore {
  current: SignedIn | null = kept();
  /** True once the server no longer takes the token: the page stays as it is, until somebody has signed in with a password of his own. */
  ended = false;
  private readonly watchers = new Set<() => void>();

  open(session: SignedIn): void {
    this.current = session;
    this.ended &&= session.mustChangePassword;
    sessionStorage.setItem(place, JSON.stringify(session));
    this.tell();
  }

  end(): void {
    if (this.ended || !this.current) return;
    this.ended = true;
    this.tell();
  }

  /** Signs out: nothing of it is left in this tab. */
  close(): void {
    this.current = null;
    this.ended = false;
    sessionStorage.removeItem(place);
    this.tell();
  }

  watch = (told: () => void): (() => void) => {
    this.watchers.add(told);
    return () => this.watchers.delete(told);
  };

  private tell(): void {
    for (const told of this.watchers) told();
  }
}

function kept(): SignedIn | null {
  const text = sessionStorage.getItem(place);
  return text === null ? null : (JSON.parse(text) as SignedIn);
}

export const session = new SessionStore();
