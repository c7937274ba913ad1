import { useEffect, useRef, useState } from 'react';

/** One thing asked of the server at a time, from a button or a form, with what it came to. What takes the signal ends when one leaves. */
export function useAsking() {
  const [asking, setAsking] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const leaving = useRef<AbortController>(undefined);
  useEffect(() => () => leaving.current?.abort(), []);
  const ask = async (what: (signal: AbortSignal) => Promise<unknown>): Promise<void> => {
    leaving.current = new AbortController();
    setAsking(true);
    setFailure(undefined);
    try {
      await what(leaving.current.signal);
    } catch (error) {
      setFailure(error);
    } finally {
      setAsking(false);
    }
  };
  return { ask, asking, failure };
}
