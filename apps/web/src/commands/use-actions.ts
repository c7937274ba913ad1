import { useCallback } from 'react';
import { useMay } from '../session/may.js';
import { type Act, isOfferedAt } from './act.js';
import { useActs } from './use-acts.js';

interface Problem {
  readonly status: string;
  readonly village: string;
}

/** Tells what the account that is signed in may do about a problem as it stands: the first is its main act, unless it stands aside. */
export function useActions(): (problem: Problem) => readonly Act[] {
  const may = useMay();
  const acts = useActs();
  return useCallback(
    ({ status, village }) => acts.about('households', 'problem').filter((act) => isOfferedAt(act, { status }) && may(act.may, village)),
    [may, acts],
  );
}
