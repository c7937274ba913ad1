import { useSyncExternalStore } from 'react';

const paper = window.matchMedia('print');
const watch = (listener: () => void) => {
  paper.addEventListener('change', listener);
  return () => paper.removeEventListener('change', listener);
};

/** Whether the page is being put on paper: there nothing can be scrolled to. */
export const usePrinting = (): boolean => useSyncExternalStore(watch, () => paper.matches);
