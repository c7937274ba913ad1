import { Button, Input } from 'antd';
import { type SubmitEvent, useState } from 'react';
import { answer, api } from '../api/ask.js';
import { Failure } from '../frame/failure.js';
import { Labelled } from '../frame/labelled.js';
import { useWords } from '../words/words.js';
import { PasswordField } from './password-field.js';
import { session } from './session.js';
import { useAsking } from '../api/use-asking.js';

/** Login and password. `login` is given where a session ended under an open page: then nobody else may go on with it. */
export function SignIn({ login: known }: { readonly login?: string }) {
  const t = useWords();
  const [login, setLogin] = useState(known ?? '');
  const [password, setPassword] = useState('');
  const { ask, asking, failure } = useAsking();
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void ask(async () => session.open(await answer(api.POST('/session', { body: { login, password } }))));
  };
  return (
    <form className="sign-in" onSubmit={submit}>
      <Labelled label={t('session.login')}>
        {(id) => (
          <Input
            id={id}
            value={login}
            disabled={known !== undefined}
            onChange={(event) => setLogin(event.target.value)}
            autoComplete="username"
            autoFocus
            required
          />
        )}
      </Labelled>
      <PasswordField label={t('session.password')} value={password} onChange={setPassword} autoComplete="current-password" />
      {failure !== undefined && <Failure error={failure} />}
      <Button type="primary" htmlType="submit" loading={asking} block>
        {t('session.signIn')}
      </Button>
    </form>
  );
}
