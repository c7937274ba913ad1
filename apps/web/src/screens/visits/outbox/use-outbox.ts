import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect } from 'react';
import { useOnline } from '../../../api/use-online.js';
import { useSession } from '../../../session/may.js';
import { OutboxStore } from './outbox-store.js';
import { sendWaiting } from './send.js';

const againMs = 20_000;

/** What the account has with it on this device; it lies here, so it is there without a signal. */
export function useOutbox() {
  const account = useSession()?.account ?? '';
  const queries = useQueryClient();
  const outbox = useQuery({
    queryKey: ['outbox', account],
    networkMode: 'always',
    queryFn: async () => {
      const store = await OutboxStore.open(account);
      return { store, households: await store.households(), visits: await store.visits() };
    },
  });
  const changed = useCallback(() => queries.invalidateQueries({ queryKey: ['outbox', account] }), [queries, account]);
  return { outbox, store: outbox.data?.store, changed };
}

/** Sends what waits as soon as there is a connection, and again while something waits. */
export function useSending(store: OutboxStore | undefined, waiting: number, changed: () => Promise<void>): void {
  const online = useOnline();
  const expires = useSession()?.expiresAt;
  useEffect(() => {
    if (!online || waiting === 0 || !store) return;
    const send = () => void sendWaiting(store).then(changed);
    send();
    const again = setInterval(send, againMs);
    return () => clearInterval(again);
  }, [online, waiting, store, changed, expires]);
}
