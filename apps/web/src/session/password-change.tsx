import { Button } from 'antd';
import { type SubmitEvent, useState } from 'react';
import { answer, api } from '../api/ask.js';
import { useAsking } from '../api/use-asking.js';
import { Failure } from '../frame/failure.js';
import { useWords } from '../words/words.js';
import { PasswordField } from './password-field.js';
import { session } from './session.js';

/** One's own password, with the current one: before anything else where it is temporary. */
export function PasswordChange({ onChanged }: { readonly onChanged?: () => void }) {
  const t = useWords();
  const [current, setCurrent] = useState('');
  const [password, setPassword] = useState('');
  const { ask, asking, failure } = useAsking();
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void ask(async () => {
      session.open(await answer(api.POST('/session/password', { body: { current, password } })));
      onChanged?.();
    });
  };
  return (
    <form className="sign-in" onSubmit={submit}>
      <PasswordField label={t('session.currentPassword')} value={current} onChange={setCurrent} autoComplete="current-password" />
      <PasswordField
        label={t('session.newPassword')}
        hint={t('session.passwordHint')}
        value={password}
        onChange={setPassword}
        autoComplete="new-password"
      />
      {failure !== undefined && <Failure error={failure} />}
      <Button type="primary" htmlType="submit" loading={asking} block>
        {t('session.changePassword')}
      </Button>
    </form>
  );
}
