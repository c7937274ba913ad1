import { useState } from 'react';
import { useSession } from '../../session/may.js';

/** A name for a question to the explorer. */
interface SavedView {
  readonly name: string;
  /** The parameters of its address: codes, ids and days, and nobody's name. */
  readonly search: string;
}

/** The views that an account has saved in this browser. */
export function useSavedViews() {
  const place = `lookback.views.${useSession()?.account ?? ''}`;
  const [views, setViews] = useState(() => JSON.parse(localStorage.getItem(place) ?? '[]') as readonly SavedView[]);
  const keep = (next: readonly SavedView[]) => {
    localStorage.setItem(place, JSON.stringify(next));
    setViews(next);
  };
  return { views, keep };
}
