import { useCallback, useSyncExternalStore } from 'react';
import { type Right, session, type Principal } from './session.js';

/** Rights of those who may read cases: all but those that have nothing to do with them. */
export const readerRights: readonly Right[] = [
  'record',
  'review',
  'approve',
  'hand-over',
  'verify',
  'cancel',
  'report-late',
  'confirm',
  'audit',
  'read-audit-log',
  'inspect',
];

/** Rights of those who may see figures. */
export const counterRights: readonly Right[] = [...readerRights, 'statistics'];

/** Rights of those who may read the office's own entries: of accounts, people, units, standards, the log. */
export const officeReaders: readonly Right[] = ['administer', 'audit', 'inspect', 'read-audit-log'];

/** Rights of those who may have an original, with what a camera wrote into it. */
export const examiners: readonly Right[] = ['record', 'audit', 'inspect'];

/** Whether a region is another, or lies in it. */
export const liesIn = (region: string, whole: string) => whole === 'CN' || region.startsWith(whole);

/**
 * Whether one of some rights is held, in a region where one is named, or for a unit. What is not held is not shown; whether what is
 * shown lies with the unit of a right, the server says.
 */
export const holds = ({ rights }: Principal, wanted: readonly Right[], region?: string): boolean =>
  rights.some(
    ({ right, regions, units }) =>
      wanted.includes(right) && (region === undefined || units.length > 0 || regions.some((whole) => liesIn(region, whole))),
  );

/** Who is signed in; null before sign-in. */
export const useSession = (): Principal | null => useSyncExternalStore(session.watch, () => session.current);

/** Whether the session has ended under an open page. */
export const useSessionEnded = (): boolean => useSyncExternalStore(session.watch, () => session.ended);

/** Tells whether the account that is signed in holds a right; what takes none, every account may. */
export function useMay(): (wanted: readonly Right[] | undefined, region?: string) => boolean {
  const signedIn = useSession();
  return useCallback((wanted, region) => signedIn !== null && (wanted === undefined || holds(signedIn, wanted, region)), [signedIn]);
}
