import { Alert } from 'antd';
import { useOnline } from '../api/use-online.js';
import { useWords } from '../i18n/words.js';

/** Says that there is no signal, and that nothing typed is lost. */
export function Connection() {
  const t = useWords();
  return useOnline() ? null : <Alert banner type="warning" showIcon title={t('connection.away')} />;
}
