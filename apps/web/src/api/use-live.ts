import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { useSessionEnded } from '../session/may.js';
import { live } from './live.js';

/** The log position that the server last told of; null before it has. */
export const useNewest = (): number | null => useSyncExternalStore(live.watch, () => live.current?.position ?? null);

/**
 * While the page is in sight and its session stands, hears how the log moves, and asks anew for what is marked `meta: { live: true }`:
 * counts, which are small.
 */
export function useLive(): void {
  const queries = useQueryClient();
  const over = useSessionEnded();
  useEffect(() => {
    let ending = new AbortController();
    const turn = () => {
      ending.abort();
      ending = new AbortController();
      if (document.visibilityState === 'visible' && !over) void live.listen(ending.signal);
    };
    let before = live.current; // what the page has asked for by itself is not asked for again
    const forget = live.watch(() => {
      if (before !== null) void queries.invalidateQueries({ predicate: ({ meta }) => meta?.['live'] === true });
      before = live.current;
    });
    document.addEventListener('visibilitychange', turn);
    turn();
    return () => {
      ending.abort();
      forget();
      document.removeEventListener('visibilitychange', turn);
    };
  }, [queries, over]);
}
