import { Button, Input } from 'antd';
import { type SubmitEvent, useState } from 'react';
import { answer, api } from '../api/ask.js';
import { useAsking } from '../api/use-asking.js';
import { Failure } from '../frame/failure.js';
import { Labelled } from '../frame/labelled.js';
import { useWords } from '../words/words.js';
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
      <Labelled label={t('session.currentPassword')}>
        {(id) => (
          <Input.Password
            id={id}
            value={current}
            onChange={(event) => setCurrent(event.target.value)}
            autoComplete="current-password"
            required
          />
        )}
      </Labelled>
      <Labelled label={t('session.newPassword')} hint={t('session.passwordHint')}>
        {(id) => (
          <Input.Password
            id={id}
            value={password}
            onChange={(event) => setPassword(event.target.value)}
            autoComplete="new-password"
            required
          />
        )}
      </Labelled>
      {failure !== undefined && <Failure error={failure} />}
      <Button type="primary" htmlType="submit" loading={asking} block>
        {t('session.changePassword')}
      </Button>
    </form>
  );
}
