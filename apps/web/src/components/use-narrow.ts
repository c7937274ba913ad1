import { useSyncExternalStore } from 'react';

const phone = window.matchMedia('screen and (max-width: 760px)');
const watch = (listener: () => void) => {
  phone.addEventListener('change', listener);
  return () => phone.removeEventListener('change', listener);
};

/** Whether the screen is a phone's. */
export const useNarrow = (): boolean => useSyncExternalStore(watch, () => phone.matches);
