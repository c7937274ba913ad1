import { useState } from 'react';
import { useSession } from '../../session/may.js';

/** A name for a question to the explorer. */
interface SavedView {
  readonly name: string;
  /** The parameters of its address: codes, ids and days, and nobody's name. */
  readonly search: string;
}

/** The views that an account has saved in this browser; null where what stands there cannot be read. */
export function useSavedViews() {
  const place = `lookback.views.${useSession()?.account ?? ''}`;
  const [views, setViews] = useState(() => viewsIn(localStorage.getItem(place)));
  const keep = (next: readonly SavedView[]) => {
    localStorage.setItem(place, JSON.stringify(next));
    setViews(next);
  };
  return { views, keep };
}

/** Others write to a browser's storage too: an extension, a version of this console that is to come, a disk that fails. */
function viewsIn(text: string | null): readonly SavedView[] | null {
  try {
    const kept: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(kept) && kept.every(isView) ? kept : null;
  } catch {
    return null;
  }
}

const isView = (kept: unknown): kept is SavedView =>
  typeof kept === 'object' &&
  kept !== null &&
  ['name', 'search'].every((part) => typeof (kept as Record<string, unknown>)[part] === 'string');
