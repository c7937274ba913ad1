import { Button } from 'antd';
import { type SubmitEvent, useState } from 'react';
import { answer, api } from '../api/ask.js';
import { useAsking } from '../api/use-asking.js';
import type { Act } from '../commands/act.js';
import { refusalsIn } from '../commands/refusals.js';
import { ownField } from '../forms/own-field.js';
import { RefusedWhole } from '../forms/refused-whole.js';
import { useWords } from '../i18n/words.js';
import { session } from '../session/session.js';
import { PasswordField } from './password-field.js';
import './sign-in.css';

const asked: Pick<Act, 'fields' | 'places'> = {
  fields: {
    current: ownField('password', 'session.currentPassword'),
    password: ownField('password', 'session.newPassword'),
  },
  places: {
    'access.current-password-wrong': 'current',
    'access.password-too-short': 'password',
    'access.password-too-long': 'password',
    'access.password-is-login': 'password',
    'access.password-is-common': 'password',
    'access.password-unchanged': 'password',
  },
};

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
  const { byField, whole } = refusalsIn(failure, asked, [], t);
  return (
    <form className="sign-in" onSubmit={submit} noValidate>
      <PasswordField
        label={t('session.currentPassword')}
        refusal={byField['current']}
        value={current}
        onChange={setCurrent}
        autoComplete="current-password"
      />
      <PasswordField
        label={t('session.newPassword')}
        hint={t('session.passwordHint')}
        refusal={byField['password']}
        value={password}
        onChange={setPassword}
        autoComplete="new-password"
      />
      <RefusedWhole failure={failure} whole={whole} />
      <Button type="primary" htmlType="submit" loading={asking} block>
        {t('session.changePassword')}
      </Button>
    </form>
  );
}
