import { useEffect, useRef, useState } from 'react';

/** One thing asked of the server at a time, from a button or a form, with what it came to. What takes the signal ends when one leaves, or stops it. */
export function useAsking() {
  const [asking, setAsking] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const leaving = useRef<AbortController>(undefined);
  useEffect(() => () => leaving.current?.abort(), []);
  const ask = async (what: (signal: AbortSignal) => Promise<unknown>): Promise<void> => {
    const here = new AbortController();
    leaving.current = here;
    setAsking(true);
    setFailure(undefined);
    try {
      await what(here.signal);
    } catch (error) {
      if (!here.signal.aborted) setFailure(error);
    } finally {
      setAsking(false);
    }
  };
  const stop = () => leaving.current?.abort();
  return { ask, asking, failure, stop };
}
