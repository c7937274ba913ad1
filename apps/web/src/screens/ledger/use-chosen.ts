import { useCallback, useState } from 'react';
import { keyOf } from './ledger-columns.js';
import type { ProblemLine } from './problem-line.js';

/** The lines of the ledger that are chosen, by key. */
export function useChosen() {
  const [chosen, setChosen] = useState<ReadonlyMap<string, ProblemLine>>(new Map());
  const choose = useCallback(
    (problem: ProblemLine, wanted: boolean) =>
      setChosen((before) => {
        const next = new Map(before);
        if (wanted) next.set(keyOf(problem), problem);
        else next.delete(keyOf(problem));
        return next;
      }),
    [],
  );
  const clear = useCallback(() => setChosen(new Map()), []);
  return { chosen, choose, clear };
}
