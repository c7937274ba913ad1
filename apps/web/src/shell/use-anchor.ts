import { useLocation } from '@tanstack/react-router';
import { useEffect } from 'react';

const moves = ['wheel', 'touchmove', 'keydown', 'pointerdown'] as const;

/** Brings what an address's anchor names into sight, also where it comes later than the page; unless the reader has moved on meanwhile. */
export function useAnchor(): void {
  const { hash, pathname } = useLocation({ select: ({ hash, pathname }) => ({ hash, pathname }), structuralSharing: true });
  useEffect(() => {
    if (hash === '') return;
    const watcher = new MutationObserver(look);
    const stop = () => {
      watcher.disconnect();
      for (const move of moves) removeEventListener(move, stop);
    };
    function look() {
      const place = document.getElementById(hash) ?? document.getElementById(decoded(hash));
      if (!place) return;
      stop();
      place.tabIndex = -1;
      place.focus({ preventScroll: true });
      place.scrollIntoView();
    }
    for (const move of moves) addEventListener(move, stop);
    watcher.observe(document.body, { childList: true, subtree: true });
    look();
    return stop;
  }, [hash, pathname]);
}

/** As people write it: a number may hold Chinese characters. What is no encoding stays as it is. */
function decoded(hash: string): string {
  try {
    return decodeURIComponent(hash);
  } catch {
    return hash;
  }
}
