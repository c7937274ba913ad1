import { useCallback } from 'react';
import { useMay } from '../session/may.js';
import type { Description } from './description.js';
import { problemActs } from './problem-commands.js';

interface Problem {
  readonly status: (typeof problemActs)[number]['at'][number];
  readonly village: string;
}

/** Tells what the account that is signed in may do about a problem as it stands. */
export function useActions(): (problem: Problem) => readonly Description[] {
  const may = useMay();
  return useCallback(
    ({ status, village }) =>
      problemActs.filter(({ command, at }) => at.includes(status) && may(command.may, village)).map(({ command }) => command),
    [may],
  );
}
