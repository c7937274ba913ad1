import { api } from '../api/ask.js';
import { session } from './session.js';

/** Signs out here at once, and at the server, so that a copy of the token is of no use; a lost connection holds nobody. */
export function signOut(): void {
  const token = session.current?.token;
  session.close();
  if (token !== undefined)
    void api.DELETE('/session', { headers: { Authorization: `Bearer ${token}` }, keepalive: true }).catch(() => undefined);
}
