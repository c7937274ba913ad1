import { useSyncExternalStore } from 'react';

const place = 'lookback.airy';
const watchers = new Set<() => void>();

const watch = (listener: () => void) => {
  watchers.add(listener);
  return () => watchers.delete(listener);
};
const choose = (airy: boolean): void => {
  localStorage.setItem(place, String(airy));
  for (const listener of watchers) listener();
};

/** Whether lists stand wide apart on this machine; close together unless somebody chose otherwise. */
export const useIsAiry = (): readonly [boolean, (airy: boolean) => void] => [
  useSyncExternalStore(watch, () => localStorage.getItem(place) === 'true'),
  choose,
];
