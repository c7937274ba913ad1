import { MenuOutlined } from '@ant-design/icons';
import { useBlocker } from '@tanstack/react-router';
import { Button, Modal } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useLive } from '../api/use-live.js';
import { Waiting } from '../components/waiting.js';
import { anythingUnsent, useLeaving } from '../forms/unsent.js';
import { useWords } from '../i18n/words.js';
import { useSession, useSessionEnded } from '../session/may.js';
import { session, type Principal } from '../session/session.js';
import { signOut } from '../session/sign-out.js';
import { Connection } from './connection.js';
import { Guarded } from './guarded.js';
import { LanguageSwitch } from './language-switch.js';
import { Navigation } from './navigation.js';
import { QuietButton } from './quiet-button.js';
import { ResetNotice } from './reset-notice.js';
import { SignIn } from './sign-in.js';
import { useAnchor } from './use-anchor.js';
import { useFollowing } from './use-following.js';
import './shell.css';

const PasswordChange = lazy(() => import('./password-change.js').then(({ PasswordChange }) => ({ default: PasswordChange })));

/** Around every screen: where one is, who one is, in which language, and whether there is a connection. */
export function Shell({ signedIn }: { readonly signedIn: Principal }) {
  const t = useWords();
  const [open, setOpen] = useState(false);
  const follow = useFollowing();
  useLive();
  useAnchor();
  const leaving = useLeaving();
  useBlocker({
    shouldBlockFn: async ({ current, next }) => current.pathname !== next.pathname && !(await leaving()),
    enableBeforeUnload: anythingUnsent,
  });
  return (
    <div className={open ? 'frame open' : 'frame'}>
      <a className="skip" href="#main">
        {t('frame.skip')}
      </a>
      <header className="bar">
        <Button
          className="menu-button"
          type="text"
          icon={<MenuOutlined aria-hidden />}
          aria-label={t('nav.label')}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        />
        <strong className="bar-name">{t('app.name')}</strong>
        <span className="bar-space" />
        <LanguageSwitch />
        <Own login={signedIn.login} />
      </header>
      <Navigation onGone={() => setOpen(false)} />
      <div className="content" onClick={follow}>
        <Connection />
        <ResetNotice reset={signedIn.administratorReset} />
        <Suspense fallback={<Waiting />}>
          <Guarded />
        </Suspense>
      </div>
      <Again login={signedIn.login} />
    </div>
  );
}

/** One's own account: the password, and the way out. */
function Own({ login }: { readonly login: string }) {
  const t = useWords();
  const [changing, setChanging] = useState(false);
  const leaving = useLeaving();
  const leave = async () => {
    if (await leaving()) signOut();
  };
  return (
    <>
      <QuietButton onClick={() => setChanging(true)} title={t('session.changePassword')}>
        {login}
      </QuietButton>
      <QuietButton onClick={() => void leave()}>{t('session.signOut')}</QuietButton>
      <Modal open={changing} title={t('session.changePassword')} footer={null} onCancel={() => setChanging(false)} destroyOnHidden>
        <Suspense fallback={<Waiting rows={3} />}>
          <PasswordChange onChanged={() => setChanging(false)} />
        </Suspense>
      </Modal>
    </>
  );
}

/** The session ended under an open page: the page stays, with all that was typed, until one is in again. */
function Again({ login }: { readonly login: string }) {
  const t = useWords();
  const ended = useSessionEnded();
  const signedIn = useSession();
  return (
    <Modal open={ended && signedIn !== null} title={t('session.again')} footer={null} closable={false} destroyOnHidden>
      <p>{t(signedIn?.mustChangePassword ? 'session.mustChange' : 'session.againWhy')}</p>
      {signedIn?.mustChangePassword ? (
        <Suspense fallback={<Waiting rows={3} />}>
          <PasswordChange />
        </Suspense>
      ) : (
        <SignIn login={login} />
      )}
      <Button type="link" onClick={() => session.close()}>
        {t('session.other')}
      </Button>
    </Modal>
  );
}
