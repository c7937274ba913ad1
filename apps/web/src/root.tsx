import { lazy, Suspense } from 'react';
import { Frame } from './frame/frame.js';
import { useRenewedSession } from './session/renew-session.js';
import { SignInPage } from './session/sign-in-page.js';
import { useSession, useSessionEnded } from './session/may.js';
import { SignIn } from './session/sign-in.js';
import { useWords } from './words/words.js';

const PasswordChange = lazy(() => import('./session/password-change.js').then(({ PasswordChange }) => ({ default: PasswordChange })));

/** Whoever is not signed in signs in first, whoever has a temporary password changes it; then comes the address that was asked for. */
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
  return <Frame key={signedIn.account} signedIn={signedIn} />;
}
