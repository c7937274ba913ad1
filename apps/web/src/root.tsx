import { lazy, Suspense } from 'react';
import { useWords } from './i18n/words.js';
import { useSession, useSessionEnded } from './session/may.js';
import { useRenewedSession } from './session/renew-session.js';
import { Shell } from './shell/shell.js';
import { SignIn } from './shell/sign-in.js';
import { SignInPage } from './shell/sign-in-page.js';

const PasswordChange = lazy(() => import('./shell/password-change.js').then(({ PasswordChange }) => ({ default: PasswordChange })));

/** Sign-in comes first, then the change of a temporary password, then the address that was asked for. */
export function Root() {
  const t = useWords();
  const signedIn = useSession();
  const ended = useSessionEnded();
  useRenewedSession();
  if (!signedIn)
    return (
      <SignInPage title={t('session.signIn')}>
        <SignIn />
      </SignInPage>
    );
  if (signedIn.mustChangePassword && !ended)
    return (
      <SignInPage title={t('session.mustChange')}>
        <Suspense>
          <PasswordChange />
        </Suspense>
      </SignInPage>
    );
  return <Shell key={signedIn.account} signedIn={signedIn} />;
}
