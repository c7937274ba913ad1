import { isPassing, Refused } from '../../../api/problem-details.js';
import { submit } from '../../../commands/submit.js';
import type { OutboxStore, Visit } from './outbox-store.js';

/** Sends what waits, one after another, in one tab at a time; what is refused stays, with the reason. Ends where nobody answers. */
export const sendWaiting = (store: OutboxStore): Promise<void> =>
  navigator.locks.request('lookback-outbox', async () => {
    const waiting = (await store.visits()).filter(({ standing }) => standing.state === 'waiting').reverse();
    for (const visit of waiting) if (!(await sent(store, visit))) return;
  });

/** The session is over, too many ask at once, or what stands between here and the server does not reach it: nothing is said of the visit. */
const later: ReadonlySet<number> = new Set([401, 429, 502, 504]);

/** False where it has to be tried again later. */
async function sent(store: OutboxStore, visit: Visit): Promise<boolean> {
  const { key, household, command, effectiveOn } = visit;
  try {
    const { position } = await submit({ to: `/households/${household.id}/visit-home`, command, envelope: { effectiveOn }, key });
    await store.stands(visit, { state: 'sent', position });
    return true;
  } catch (error) {
    if (!(error instanceof Refused) || isPassing(error) || later.has(error.problem.status)) return false;
    await store.stands(visit, { state: 'refused', problem: error.problem });
    return true;
  }
}
