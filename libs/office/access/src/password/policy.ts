import { refuseIf } from '../access.rules.js';
import { commonPasswords } from './common-passwords.js';

const least = 12;
const most = 128;
const fewestDifferent = 5;

/** Refuses a password that is too short, too long, or among the first that are guessed; never says what it was. */
export function mustBeStrong(password: string, login: string | null): void {
  const text = password.normalize('NFKC').toLowerCase();
  const length = Array.from(text).length;
  refuseIf(length < least, 'access.password-too-short', { least });
  refuseIf(length > most, 'access.password-too-long', { most });
  refuseIf(login !== null && text.startsWith(login) && /^[\d\p{P}\p{S}\s]*$/u.test(text.slice(login.length)), 'access.password-is-login');
  refuseIf(commonPasswords.has(text) || new Set(text).size < fewestDifferent, 'access.password-is-common');
}
