import { useEffect } from 'react';
import { answer, api } from '../api/ask.js';
import { useSession } from './may.js';
import { session } from './session.js';

const aheadMs = 3 * 60_000;

/** Renews the session before its token runs out, with the rights that the account has then; a lost connection tries again. */
export function useRenewedSession(): void {
  const signedIn = useSession();
  useEffect(() => {
    if (session.current) void renew(); // what a reload finds kept may hold rights of a quarter of an hour ago
  }, []);
  useEffect(() => {
    if (!signedIn) return;
    const wait = Math.max(1_000, Date.parse(signedIn.expiresAt) - Date.now() - aheadMs);
    const renewing = setTimeout(() => void renew(), wait);
    const onOnline = () => void renew();
    window.addEventListener('online', onOnline);
    return () => {
      clearTimeout(renewing);
      window.removeEventListener('online', onOnline);
    };
  }, [signedIn]);
}

/**
 * Asks for another token, in one tab at a time: what another has renewed meanwhile is not renewed again. An answer that it is over ends
 * the session by itself; without an answer, the old one stays.
 */
export async function renew(): Promise<void> {
  const before = session.current?.token;
  await navigator.locks.request('lookback.renewal', async () => {
    if (before === undefined || !session.holds(before)) return;
    const renewed = await answer(api.POST('/session/renew')).catch(() => undefined);
    if (renewed && session.holds(before)) session.open(renewed);
  });
}
