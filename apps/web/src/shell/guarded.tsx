import { Outlet, useLocation } from '@tanstack/react-router';
import { useMay } from '../session/may.js';
import { guardsItself, opens } from '../session/route-access.js';
import { Forbidden } from './forbidden.js';

/** The screen at this address; to readers without a right to it, which right it takes, before anything is asked for it. */
export function Guarded() {
  const may = useMay();
  const path = useLocation({ select: ({ pathname }) => pathname });
  const wanted = opens(path);
  return wanted === undefined || may(wanted) || guardsItself(path) ? <Outlet /> : <Forbidden wanted={wanted} />;
}
