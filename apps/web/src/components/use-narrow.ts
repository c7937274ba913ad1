import { useSyncExternalStore } from 'react';

const phone = window.matchMedia('screen and (max-width: 760px)');
const watch = (told: () => void) => {
  phone.addEventListener('change', told);
  return () => phone.removeEventListener('change', told);
};

/** Whether the screen is a phone's. */
export const useNarrow = (): boolean => useSyncExternalStore(watch, () => phone.matches);
