import { useSyncExternalStore } from 'react';

const paper = window.matchMedia('print');
const watch = (told: () => void) => {
  paper.addEventListener('change', told);
  return () => paper.removeEventListener('change', told);
};

/** Whether the page is being put on paper: there nothing can be scrolled to. */
export const usePrinting = (): boolean => useSyncExternalStore(watch, () => paper.matches);
