import { useState } from 'react';

/** One thing asked of the server at a time, from a button or a form, with what it came to. */
export function useAsking() {
  const [asking, setAsking] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const ask = async (what: () => Promise<unknown>): Promise<void> => {
    setAsking(true);
    setFailure(undefined);
    try {
      await what();
    } catch (error) {
      setFailure(error);
    } finally {
      setAsking(false);
    }
  };
  return { ask, asking, failure };
}
