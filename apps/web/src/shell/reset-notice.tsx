import { Alert } from 'antd';
import { useState } from 'react';
import { useWords } from '../i18n/words.js';
import type { Principal } from '../session/session.js';

const place = 'lookback.reset-read';

/** That an administrator was given a password on the server's own machine: told to everybody, until it is closed in this browser. */
export function ResetNotice({ reset }: { readonly reset: Principal['administratorReset'] }) {
  const t = useWords();
  const [read, setRead] = useState(() => localStorage.getItem(place));
  if (!reset || reset.at === read) return null;
  const onClose = () => {
    localStorage.setItem(place, reset.at);
    setRead(reset.at);
  };
  const title = t('session.administratorReset', { login: reset.login, at: new Date(reset.at).toLocaleString() });
  return <Alert banner type="warning" showIcon title={title} closable={{ onClose, 'aria-label': t('session.administratorResetRead') }} />;
}
