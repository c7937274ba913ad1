import { useSyncExternalStore } from 'react';
import { Alert } from 'antd';
import { useWords } from '../words/words.js';

const watch = (told: () => void) => {
  window.addEventListener('online', told);
  window.addEventListener('offline', told);
  return () => {
    window.removeEventListener('online', told);
    window.removeEventListener('offline', told);
  };
};

export const useOnline = (): boolean => useSyncExternalStore(watch, () => navigator.onLine);

/** Says that there is no signal, and that nothing typed is lost. */
export function Connection() {
  const t = useWords();
  return useOnline() ? null : <Alert banner type="warning" showIcon title={t('connection.away')} />;
}
