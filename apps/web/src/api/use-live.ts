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
    let before = live.current;
    const forget = live.watch(() => {
      const [isFirst, now] = [before === null, live.current?.position ?? 0];
      before = live.current;
      void queries.invalidateQueries({
        // what the page has asked for by itself is asked for again only where the log had moved on before the line stood
        predicate: ({ meta, state }) => meta?.['live'] === true && (!isFirst || isBehind(state.data, now)),
      });
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

/** Whether an answer says that it is of before a position. */
const isBehind = (data: unknown, position: number): boolean =>
  ((data as { readonly position?: number } | undefined)?.position ?? position) < position;
