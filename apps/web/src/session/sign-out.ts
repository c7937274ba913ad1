import { api } from '../api/ask.js';
import { session } from './session.js';

/** Signs out here at once, and at the server, so that the token is of no use to whoever kept it; nobody is held by a lost connection. */
export function signOut(): void {
  const token = session.current?.token;
  session.close();
  if (token !== undefined)
    void api.DELETE('/session', { headers: { Authorization: `Bearer ${token}` }, keepalive: true }).catch(() => undefined);
}
