import { Button, Input } from 'antd';
import { type SubmitEvent, useState } from 'react';
import { answer, api } from '../api/ask.js';
import { useAsking } from '../api/use-asking.js';
import { refusalsIn } from '../commands/refusals.js';
import type { Fields } from '../forms/field.js';
import { Labelled } from '../forms/labelled.js';
import { ownField } from '../forms/own-field.js';
import { RefusedWhole } from '../forms/refused-whole.js';
import { useWords } from '../i18n/words.js';
import { session } from '../session/session.js';
import { PasswordField } from './password-field.js';
import './sign-in.css';

const fields: Fields = { login: ownField('text', 'session.login'), password: ownField('password', 'session.password') };

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
  const { byField, whole } = refusalsIn(failure, { fields }, [], t);
  return (
    <form className="sign-in" onSubmit={submit} noValidate>
      <Labelled label={t('session.login')} refusal={byField['login']}>
        {(id, describedBy) => (
          <Input
            id={id}
            value={login}
            disabled={known !== undefined}
            onChange={(event) => setLogin(event.target.value)}
            autoComplete="username"
            autoFocus
            aria-describedby={describedBy}
          />
        )}
      </Labelled>
      <PasswordField
        label={t('session.password')}
        refusal={byField['password']}
        value={password}
        onChange={setPassword}
        autoComplete="current-password"
      />
      <RefusedWhole failure={failure} whole={whole} />
      <Button type="primary" htmlType="submit" loading={asking} block>
        {t('session.signIn')}
      </Button>
    </form>
  );
}
