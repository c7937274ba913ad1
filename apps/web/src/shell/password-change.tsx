import { Button } from 'antd';
import { type SubmitEvent, useState } from 'react';
import { answer, api } from '../api/ask.js';
import { useAsking } from '../api/use-asking.js';
import type { Description } from '../commands/description.js';
import { passwordPlaces } from '../commands/password-places.js';
import { refusalsIn } from '../commands/refusals.js';
import { RefusedWhole } from '../forms/refused-whole.js';
import { useWords } from '../i18n/words.js';
import { session } from '../session/session.js';
import { PasswordField } from './password-field.js';
import './sign-in.css';

const asked: Pick<Description, 'fields' | 'places'> = {
  fields: {
    current: { kind: 'password', label: 'session.currentPassword' },
    password: { kind: 'password', label: 'session.newPassword' },
  },
  places: {
    'access.current-password-wrong': 'current',
    ...passwordPlaces,
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
