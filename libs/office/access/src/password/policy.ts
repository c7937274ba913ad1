import { refuseIf } from '../access.rules.js';
import { commonPasswords } from './common-passwords.js';

const least = 12;
const most = 128;
const fewestDifferent = 5;

/** Refuses a password that is too short, too long, or among the first that are guessed; never says what it was. */
export function mustBeStrong(password: string, login: string | null): void {
  const said = password.normalize('NFKC').toLowerCase();
  const length = Array.from(said).length;
  refuseIf(length < least, 'access.password-too-short', { least });
  refuseIf(length > most, 'access.password-too-long', { most });
  refuseIf(login !== null && said.startsWith(login) && /^[\d\p{P}\p{S}\s]*$/u.test(said.slice(login.length)), 'access.password-is-login');
  refuseIf(commonPasswords.has(said) || new Set(said).size < fewestDifferent, 'access.password-is-common');
}
